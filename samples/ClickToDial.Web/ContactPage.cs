using Microsoft.Extensions.Options;
using PhoneLink;

namespace ClickToDial.Web;

/// <summary>The page: a company's card and its people, with links by the preferences of whoever looks at it.</summary>
internal sealed class ContactPage(IOptions<SampleOptions> options, AddressBook book, PhoneLinkExpander expander, PreferenceResolver preferences, CallLinks links)
{
    public async Task<Markup> RenderAsync(string? userId, CancellationToken cancellationToken)
    {
        var users = options.Value.Users;
        var user = users.FirstOrDefault(user => user.Id == userId) ?? users[0];

        // One call for the card and one for the whole list; both by the format of this user.
        var company = new CallSubject { Company = book.Company };
        var companyChoices = await expander.ExpandAsync(company, user.Scope, cancellationToken);
        var peopleChoices = await expander.ExpandAllAsync(book.People, user.Scope, cancellationToken);
        var found = await preferences.ResolveAsync(user.Scope, cancellationToken);

        return $"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{book.Company.Name} – Contacts</title>
              <link rel="icon" href="/phone.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/site.css">
              <script src="/menu.js" defer></script>
            </head>
            <body>
              <header class="bar">
                <p class="brand">{Icons.Phone}<span>Contacts</span></p>
                <span class="who"><span class="muted" id="who">Signed in as</span><nav class="users" aria-labelledby="who">{users.Select(each => UserLink(each, isCurrent: each == user))}</nav></span>
              </header>
              <main>
                {CompanyCard.Render(book.Company, companyChoices, links)}
                <section class="people" aria-labelledby="people">
                  <div class="heading">
                    <h2 id="people">People</h2>
                    <p class="hint">Click a number, or right-click a person</p>
                  </div>
                  {PeopleTable.Render(book.People, peopleChoices, links)}
                  {Preference(found)}
                </section>
              </main>
            </body>
            </html>

            """;
    }

    private static Markup UserLink(PageUser user, bool isCurrent) =>
        isCurrent ? (Markup)$"""<a href="/?user={Uri.EscapeDataString(user.Id)}" aria-current="page">{user.Name}</a>""" : $"""<a href="/?user={Uri.EscapeDataString(user.Id)}">{user.Name}</a>""";

    private static Markup Preference(PhonePreferences preferences) =>
        $"""
        <p class="preference">Calls open with <code>{preferences.Format.ToString()}</code> {preferences.Explain(PhonePreferenceKeys.Format).Level switch
        {
            PreferenceLevel.Default => "– the default, nothing else is set.",
            PreferenceLevel.System => "– set for everybody.",
            PreferenceLevel.Group => "– set for your group.",
            _ => "– your own choice.",
        }}</p>
        {preferences.Problems.Select(static problem => Problem(problem))}
        """;

    private static Markup Problem(PreferenceProblem problem) => $"""<p class="problem" role="note">{problem.ToString()}</p>""";
}
