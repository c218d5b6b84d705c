using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PhoneLink.Activation;
using PhoneLink.Tests;

namespace PhoneLink.Hosting.Tests;

public sealed class PhoneLinkHandlerTests
{
    private const string Link = "domycall:+4722510000?name=Kari%20Nordmann";

    [Fact]
    [Requirement("HOST-1")]
    public async Task A_link_is_read_by_the_format_agreed_to_by_a_person_and_dialled_under_its_id()
    {
        await using var host = new HandlerHost { Format = PhoneLinkFormat.Parse("domycall:%p?name=<attn>") };

        await host.StartAsync(Link);
        var handled = (await host.WaitAsync(1))[0];

        handled.Outcome.Should().Be(HandledOutcome.Dialled);
        handled.Result!.Status.Should().Be(DialStatus.Accepted);
        handled.Values.Should().Equal(new Dictionary<string, string> { ["attn"] = "Kari Nordmann" });
        host.Asked.Should().ContainSingle().Which.Subject!.GetValue("attn").Should().Be("Kari Nordmann", "the question shows what the link says");
        var dialled = host.Dialled.Should().ContainSingle().Which;
        (dialled.CallId.Value, dialled.Cause, dialled.Target.Number!.Digits).Should().Be((handled.Link.Id, DialCause.Link, "+4722510000"));
    }

    [Fact]
    [Requirement("HOST-1")]
    public async Task A_link_of_another_format_still_has_its_number_and_one_without_is_reported()
    {
        await using var host = new HandlerHost { Format = PhoneLinkFormat.Parse("domycall:call?to=%p") };
        await host.StartAsync();

        await host.StartProcessAsync("domycall:+4722510000?from=crm");
        await host.StartProcessAsync("domycall:hello");
        var handled = await host.WaitAsync(2);

        handled.Select(static one => one.Outcome).Should().Equal(HandledOutcome.Dialled, HandledOutcome.NoNumber);
        host.Dialled.Should().ContainSingle().Which.Target.Number!.Digits.Should().Be("+4722510000");
    }

    [Fact]
    [Requirement("HOST-2")]
    public async Task Without_a_person_to_ask_the_host_refuses_to_start()
    {
        await using var host = new HandlerHost { HasPerson = false };

        (await host.Awaiting(static it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("ConfirmWith");
    }

    [Fact]
    [Requirement("HOST-2")]
    public async Task A_pipeline_that_asks_nobody_refuses_to_start()
    {
        var telephone = new DeafTelephone();
        await using var host = new HandlerHost { Pipeline = pipeline => pipeline.UseDuplicateGuard().To(telephone) };

        (await host.Awaiting(static it => it.StartAsync(Link)).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("UseConfirmation");
        telephone.Calls.Should().Be(0);
    }

    [Fact]
    [Requirement("HOST-7")]
    public async Task A_link_that_demands_what_nobody_knows_is_not_dialled()
    {
        await using var host = new HandlerHost();

        // RFC 3966 §5.4: whoever does not know a parameter that starts with "m-" must not use the link.
        await host.StartAsync("tel:+4722510000;m-premium=x");

        (await host.WaitAsync(1))[0].Outcome.Should().Be(HandledOutcome.NumberNotAllowed);
        (host.Asked.Count, host.Dialled.Count).Should().Be((0, 0));
    }

    [Fact]
    [Requirement("HOST-9")]
    public async Task An_offer_that_fails_is_not_made_again_by_every_link()
    {
        var offers = 0;
        await using var host = new HandlerHost { Time = new FakeTimeProvider(), OfferToIgnore = _ => throw new InvalidOperationException($"Offer {++offers}") };
        await host.StartAsync();
        for (var i = 10; i < 24; i++)
            await host.StartProcessAsync($"domycall:+47225100{i}");

        (await host.WaitAsync(14)).Skip(10).Select(static one => one.Outcome).Should().Equal(HandledOutcome.Failed, HandledOutcome.TooMany, HandledOutcome.TooMany, HandledOutcome.TooMany);
        offers.Should().Be(1);
    }

    [Fact]
    [Requirement("HOST-2")]
    public async Task Without_a_scheme_the_host_refuses_to_start()
    {
        await using var host = new HandlerHost();
        host.Named.Clear();

        (await host.Awaiting(static it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("schemes");
    }

    [Fact]
    [Requirement("HOST-3")]
    public async Task A_handler_that_would_dial_by_links_of_its_own_scheme_refuses_to_start()
    {
        await using var host = new HandlerHost { Pipeline = static pipeline => pipeline.UseDefaults() };
        host.Named.Add("tel");

        (await host.Awaiting(static it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("'tel:'").And.Contain("start it again");
    }

    [Fact]
    [Requirement("HOST-4")]
    public async Task A_no_dials_nothing_and_the_next_link_is_asked_about()
    {
        await using var host = new HandlerHost { Answer = static (request, _) => Task.FromResult(request.Target.Number!.Digits.EndsWith('1')) };
        await host.StartAsync();

        await host.StartProcessAsync("domycall:+4722510000");
        await host.StartProcessAsync("domycall:+4722510001");
        var handled = await host.WaitAsync(2);

        handled.Select(static one => one.Result!.Status).Should().Equal(DialStatus.Blocked, DialStatus.Accepted);
        host.Dialled.Should().ContainSingle().Which.Target.Number!.Digits.Should().Be("+4722510001");
    }

    [Fact]
    [Requirement("HOST-4")]
    public async Task One_question_is_open_at_a_time_and_three_clicks_are_one_call()
    {
        var (open, most) = (0, 0);
        await using var host = new HandlerHost();
        host.Answer = async (_, cancellationToken) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref open));
            await Task.Delay(50, cancellationToken);
            Interlocked.Decrement(ref open);
            return true;
        };
        await host.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.StartProcessAsync("domycall:+4722510000")));
        var handled = await host.WaitAsync(3);

        most.Should().Be(1);
        host.Dialled.Should().ContainSingle();
        handled.Select(static one => one.Result!.Status).Should().BeEquivalentTo([DialStatus.Accepted, DialStatus.Duplicate, DialStatus.Duplicate]);
    }

    [Fact]
    [Requirement("HOST-5")]
    public async Task A_person_is_asked_ten_times_a_minute_at_most()
    {
        var clock = new FakeTimeProvider();
        await using var host = new HandlerHost { Time = clock, Answer = static (_, _) => Task.FromResult(false) };
        await host.StartAsync();
        for (var i = 0; i < 12; i++)
            await host.StartProcessAsync($"domycall:+47225100{i:00}");

        (await host.WaitAsync(12)).Count(static one => one.Outcome == HandledOutcome.TooMany).Should().Be(2);
        host.Asked.Should().HaveCount(10);

        clock.Advance(TimeSpan.FromMinutes(1));
        await host.StartProcessAsync("domycall:+4722510099");
        (await host.WaitAsync(13))[12].Outcome.Should().Be(HandledOutcome.Dialled);
    }

    [Fact]
    [Requirement("HOST-6")]
    public async Task At_the_hosts_end_an_open_question_ends_and_every_accepted_link_is_reported()
    {
        await using var host = new HandlerHost { Answer = static async (_, cancellationToken) => { await Task.Delay(Timeout.Infinite, cancellationToken); return true; } };
        await host.StartAsync(Link);
        for (var i = 1; i < 5; i++)
            (await host.StartProcessAsync($"domycall:+472251000{i}")).Outcome.Should().Be(ActivationOutcome.HandedOver);

        await host.StopAsync();

        var handled = await host.WaitAsync(5);
        handled.Should().HaveCount(5).And.OnlyContain(static one => one.Outcome == HandledOutcome.ShuttingDown);
        host.Dialled.Should().BeEmpty();
        await using var next = (await host.StartProcessAsync(null)).Listener!;
        next.LostActivations.Should().BeEmpty();
    }

    [Fact]
    [Requirement("HOST-7")]
    public async Task A_telephone_that_throws_ends_nothing_and_no_log_holds_a_number()
    {
        await using var host = new HandlerHost { Telephone = static request => request.Target.Number!.Digits.EndsWith('0') ? throw new InvalidOperationException("+4722510000 is busy") : new(DialStatus.Accepted, request.CallId) };
        await host.StartAsync(Link);

        await host.StartProcessAsync("domycall:+4722510001");
        var handled = await host.WaitAsync(2);

        handled.Select(static one => (one.Outcome, one.Result?.Status)).Should().Equal((HandledOutcome.Dialled, DialStatus.Ambiguous), (HandledOutcome.Dialled, DialStatus.Accepted));
        host.Lines.Should().HaveCountGreaterThanOrEqualTo(2).And.NotContain(static line => line.Contains("2251000", StringComparison.Ordinal) || line.Contains("Kari", StringComparison.Ordinal));
        handled.Should().OnlyContain(static one => !one.ToString().Contains("225100", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, DialStatus.Blocked)]
    [InlineData(499, DialStatus.Blocked)]
    [InlineData(500, DialStatus.Accepted)]
    [Requirement("HOST-8")]
    public async Task A_yes_within_half_a_second_of_the_question_is_none(int milliseconds, DialStatus status)
    {
        var clock = new FakeTimeProvider();
        await using var host = new HandlerHost { Time = clock, PersonReads = true };
        host.Answer = (_, _) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            return Task.FromResult(true);
        };

        await host.StartAsync(Link);

        (await host.WaitAsync(1))[0].Result!.Status.Should().Be(status);
        host.Dialled.Should().HaveCount(status == DialStatus.Accepted ? 1 : 0);
    }

    [Fact]
    [Requirement("HOST-11")]
    public async Task Two_links_are_asked_about_two_seconds_apart_at_least()
    {
        var clock = new FakeTimeProvider();
        var (start, asked) = (clock.GetTimestamp(), new List<double>());
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        services.AddPhoneLink().AskWith((_, _) =>
        {
            asked.Add(clock.GetElapsedTime(start).TotalSeconds);
            return Task.FromResult(false);
        });
        await using var provider = services.BuildServiceProvider();
        var person = provider.GetRequiredService<IDialConfirmation>();
        var request = new DialRequest(PhoneNumber.Parse("+4722510000")) { Cause = DialCause.Link };

        await person.ConfirmAsync(request).WaitAsync(TimeSpan.FromSeconds(10));
        Task[] waiting = [person.ConfirmAsync(request), person.ConfirmAsync(request)];
        clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        await person.ConfirmAsync(new DialRequest(PhoneNumber.Parse("+4722510000"))).WaitAsync(TimeSpan.FromSeconds(10));
        asked.Should().Equal([0, 1.9999999], "the links wait, and who presses a button does not");

        clock.Advance(TimeSpan.FromTicks(1));
        await waiting[0].WaitAsync(TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromSeconds(2));
        await waiting[1].WaitAsync(TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromSeconds(3));
        await person.ConfirmAsync(request).WaitAsync(TimeSpan.FromSeconds(10));

        asked.Should().Equal(0, 1.9999999, 2, 4, 7);
    }

    [Fact]
    [Requirement("HOST-11")]
    public async Task What_the_guard_folds_waits_for_no_question()
    {
        var clock = new FakeTimeProvider();
        await using var host = new HandlerHost { Time = clock, PersonReads = true };
        host.Answer = (_, _) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            return Task.FromResult(true);
        };
        await host.StartAsync(Link);
        await host.StartProcessAsync(Link);
        await host.StartProcessAsync(Link);

        (await host.WaitAsync(3)).Select(static one => one.Result!.Status).Should().Equal(DialStatus.Accepted, DialStatus.Duplicate, DialStatus.Duplicate);
    }

    [Fact]
    [Requirement("HOST-9")]
    public async Task A_flooded_user_may_have_five_minutes_without_links()
    {
        var clock = new FakeTimeProvider();
        var (offers, wanted) = (0, false);
        await using var host = new HandlerHost { Time = clock, Answer = static (_, _) => Task.FromResult(false) };
        host.OfferToIgnore = _ =>
        {
            offers++;
            return Task.FromResult(wanted);
        };
        await host.StartAsync();

        async Task<HandledOutcome> NextAsync(int count)
        {
            await host.StartProcessAsync($"domycall:+47225100{count:00}");
            return (await host.WaitAsync(count))[count - 1].Outcome;
        }

        for (var i = 1; i <= 10; i++)
            (await NextAsync(i)).Should().Be(HandledOutcome.Dialled);

        (await NextAsync(11)).Should().Be(HandledOutcome.TooMany, "the user said no");
        (await NextAsync(12)).Should().Be(HandledOutcome.TooMany);
        offers.Should().Be(1, "he is not asked twice in a minute");

        clock.Advance(TimeSpan.FromMinutes(1));
        wanted = true;
        for (var i = 13; i <= 22; i++)
            (await NextAsync(i)).Should().Be(HandledOutcome.Dialled);

        (await NextAsync(23)).Should().Be(HandledOutcome.Ignored);
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        (await NextAsync(24)).Should().Be(HandledOutcome.Ignored);
        (offers, host.Asked.Count).Should().Be((2, 20));

        clock.Advance(TimeSpan.FromTicks(1));
        (await NextAsync(25)).Should().Be(HandledOutcome.Dialled);
    }

    /// <summary>A telephone that asks nobody and knows nobody.</summary>
    private sealed class DeafTelephone : ITelephonyProvider
    {
        public int Calls { get; private set; }

        public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
        {
            Calls++;
            return Task.FromResult(new DialResult(DialStatus.Accepted, request.CallId));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;
    }
}
