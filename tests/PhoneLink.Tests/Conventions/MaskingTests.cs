using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PhoneLink.Tests.Launching;

namespace PhoneLink.Tests.Conventions;

/// <summary>A telephone number is personal data: whatever a host prints, logs or catches, it finds none in it.</summary>
public sealed class MaskingTests
{
    private readonly List<string> _said = [];

    [Fact]
    [Requirement("CONV-8")]
    public async Task Dialling_a_hundred_numbers_says_none_of_them()
    {
        using var events = new Listener(_said);
        using var printed = new StringWriter();
        var (output, errors) = (Console.Out, Console.Error);
        Console.SetOut(TextWriter.Synchronized(printed));
        Console.SetError(Console.Out);
        using var activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Say(activity.OperationName, string.Join(' ', activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Say(instrument.Name, string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))));
        meters.Start();
        var numbers = Enumerable.Range(0, 100).Select(static i => (9_183_412_567L + (i * 7_654_321L)).ToString(CultureInfo.InvariantCulture)).ToList();
        try
        {
            foreach (var (digits, i) in numbers.Select(static (digits, i) => (digits, i)))
                await DialAsync(digits, i);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }

        Say(printed.ToString());

        // The runtime goes on talking.
        string[] said;
        lock (_said)
            said = [.. _said];

        said.Should().HaveCountGreaterThan(1000);
        foreach (var digits in numbers)
            said.Where(text => Tells(text, digits)).Should().BeEmpty();
    }

    [Fact]
    [Requirement("CONV-8")]
    public void The_scan_would_find_a_number()
    {
        Tells("dialling tel:+4722517000 now", "4722517000").Should().BeTrue();
        Tells("dialling +47 (22) 51.70.00", "4722517000").Should().BeTrue();
        Tells("dialling tel:+********00", "4722517000").Should().BeFalse();
    }

    private async Task DialAsync(string digits, int i)
    {
        var number = PhoneNumber.Parse("+" + digits + (i % 3 == 0 ? ";ext=4711" : ""));
        var subject = new CallSubject
        {
            Person = new() { Name = digits, Id = digits, Phones = [new(PhoneKind.PersonMobile, digits) { Label = digits }] },
            Company = new() { Name = digits, Phones = [new(PhoneKind.Company, digits)] },
            Sender = new() { Name = digits, Email = digits, Address = new() { Line1 = digits }, Phones = [new(PhoneKind.Internet, digits)] },
            OwnCompany = new() { Name = digits, PostalAddress = new() { Line1 = digits } },
            Project = new() { Id = digits, Name = digits },
            Sale = new() { Id = digits, Title = digits },
            Appointment = new() { Id = digits, Title = digits },
            Document = new() { Id = digits, Title = digits },
            UserId = digits,
            UserName = digits,
            TenantId = digits,
            Overrides = new TemplateValues { ["deal"] = digits },
        };
        var scope = new PreferenceScope { User = digits, Group = digits };
        var request = new DialRequest(number) { Subject = subject, Scope = scope, Cause = (DialCause)(i % 3), CallerId = number, Device = digits };
        Say(number, request, request.Target, subject, subject.Person, subject.Company, subject.Phones, subject.Phones[0], subject.Phones.Dialable, subject.Sender, subject.OwnCompany, scope, number.GetType());
        Say(subject.Sender.Address!, subject.Project, subject.Sale, subject.Appointment, subject.Document, subject.Overrides!);

        foreach (var format in new[] { "tel:%p", "domycall:%p?n=<attn>", "https://wa.me/%p", "callto:<attn>" })
        {
            var parsed = PhoneLinkFormat.Parse(format);
            Say(parsed);
            if (parsed.TryExpand(number, subject, out var link, out var error) && TelephonyUri.TryParse(link, out var uri))
            {
                Say(uri, parsed.TryMatch(link, out var match) ? match : "no match");
                foreach (var repair in uri.Repairs)
                    Say(repair, repair.Message, repair.ToException());
            }

            Say(error, error.Message);
            await DialAsync(parsed, request, (LaunchStatus)(i % 7));
        }

        foreach (var text in new[] { digits + "a", "tel:" + digits + "x", "tel%p" + digits, "nope:%P" + digits })
        {
            Caught(() => PhoneNumber.Parse(text));
            Caught(() => TelephonyUri.Parse(text, UriParsing.Strict));

            // A format is configuration, not a number; a malformed one must not be repeated all the same.
            Caught(() => PhoneLinkFormat.Parse(text + "<"));
        }

        Caught(() => PhoneLinkFormat.Parse("https://wa.me/%p").Expand(PhoneNumber.Parse(digits)));
    }

    private async Task DialAsync(PhoneLinkFormat format, DialRequest request, LaunchStatus status)
    {
        request = request with { CallId = CallId.New() };
        var services = new ServiceCollection();
        services.Configure<PhoneLinkOptions>(options => options.Format = format.ToString());
        services.AddSingleton<ILinkLauncher>(new FakeLauncher(status));
        services.AddPhoneLink().ConfirmWith(static (_, _) => Task.FromResult(true));
        await using var provider = services.BuildServiceProvider();
        var phone = provider.GetRequiredService<ITelephonyProvider>();
        var first = await phone.DialAsync(request);
        var second = await phone.DialAsync(request with { CallId = CallId.New() });
        var failing = new TelephonyProviderBuilder(new Failing()).UseDefaults().Build();
        var third = await failing.DialAsync(new DialRequest(request.Target));
        foreach (var result in new[] { first, second, third })
            Say(result, result.Message ?? "", result.Link ?? (object)"");
    }

    private void Caught(Func<object> act)
    {
        try
        {
            Say(act());
        }
        catch (PhoneLinkParseException exception)
        {
            Say(exception);
        }
    }

    /// <summary>As a log does: by ToString, and what a debugger or an assertion prints.</summary>
    private void Say(params object[] values)
    {
        foreach (var value in values)
        {
            lock (_said)
                _said.Add(string.Create(CultureInfo.InvariantCulture, $"{value}"));
        }
    }

    /// <summary>Whether the digits stand in a text, separated as people separate them or not; hyphens join other programs' identifiers.</summary>
    private static bool Tells(string text, string digits) =>
        text.Contains(digits, StringComparison.Ordinal)
        || string.Concat(text.Where(static c => c is not (' ' or '.' or '(' or ')'))).Contains(digits, StringComparison.Ordinal);

    private sealed class Failing : ITelephonyProvider
    {
        public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("cannot dial " + request.Target.OriginalText);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;
    }

    private sealed class Listener(List<string> said) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource) => EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.None);

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // Created by the base constructor, before the list is there.
            if (said is null)
                return;

            lock (said)
                said.Add($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
        }
    }
}
