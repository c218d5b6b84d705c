using PhoneLink;

namespace ClickToDial.Web;

/// <summary>The list: a row for each person, with columns of numbers, a phone button and a context menu.</summary>
internal static class PeopleTable
{
    public static Markup Render(IReadOnlyList<CallSubject> people, IReadOnlyList<IReadOnlyList<PhoneLinkChoice>> choices, CallLinks links) =>
        $"""
        <table>
          <thead><tr><th scope="col">Name</th><th scope="col">Direct</th><th scope="col">Mobile</th><th scope="col"><span class="unseen">Call</span></th></tr></thead>
          <tbody>
            {people.Select((subject, index) => Row(subject.Person!, choices[index], links, index + 1))}
          </tbody>
        </table>
        """;

    private static Markup Row(SubjectPerson person, IReadOnlyList<PhoneLinkChoice> choices, CallLinks links, int id) =>
        $"""
        <tr data-menu="menu-{id}">
          <th scope="row"><span class="person"><span class="avatar" aria-hidden="true">{Words.Initials(person.Name)}</span><span><bdi class="name">{person.Name}</bdi><bdi class="muted">{person.Title}</bdi></span></span></th>
          <td>{Cell(PhoneKind.PersonDirect, person, choices, links)}</td>
          <td>{Cell(PhoneKind.PersonMobile, person, choices, links)}</td>
          <td class="actions">{PhoneMenu.Button(person, choices, links, id)}{PhoneMenu.Context(person, choices, links, id)}</td>
        </tr>

        """;

    /// <summary>What is on file without being a number ("ask reception") is shown as it is.</summary>
    private static Markup Cell(PhoneKind kind, SubjectPerson person, IReadOnlyList<PhoneLinkChoice> choices, CallLinks links) =>
        choices.FirstOrDefault(choice => choice.Entry.Kind == kind) is { } choice
            ? PhoneCell.Render(choice, links)
            : PhoneCell.Text(person.Phones.FirstOrDefault(entry => entry.Kind == kind)?.Value);
}
