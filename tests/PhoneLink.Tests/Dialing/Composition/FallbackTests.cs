using CsCheck;

namespace PhoneLink.Tests.Dialing.Composition;

public class FallbackTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");
    private static readonly DialStatus[] Statuses = Enum.GetValues<DialStatus>();

    [Fact]
    [Requirement("COMP-1")]
    public async Task The_next_is_tried_only_after_proof_that_nothing_left()
    {
        foreach (var status in Statuses)
        {
            var (first, second) = (new ScriptedProvider(status), new ScriptedProvider(DialStatus.Accepted));

            var result = await Chain(first, second).DialAsync(Number);

            second.Dialled.Should().HaveCount(status is DialStatus.NotDispatched ? 1 : 0, status.ToString());
            result.Status.Should().Be(status is DialStatus.NotDispatched ? DialStatus.Accepted : status);
            result.ProviderName.Should().Be(status is DialStatus.NotDispatched ? "p1" : "p0");
            result.Attempts.Select(static attempt => (attempt.ProviderName, attempt.Status)).Should()
                .Equal(status is DialStatus.NotDispatched ? [("p0", DialStatus.NotDispatched)] : []);
        }
    }

    [Fact]
    [Requirement("COMP-1")]
    public async Task A_provider_that_marked_is_not_believed_that_nothing_left()
    {
        var first = new ScriptedProvider((request, _) =>
        {
            request.MarkDispatching();
            return Task.FromResult(new DialResult(DialStatus.NotDispatched, request.CallId));
        });
        var second = new ScriptedProvider(DialStatus.Accepted);

        (await Chain(first, second).DialAsync(Number)).Status.Should().Be(DialStatus.Ambiguous);
        second.Dialled.Should().BeEmpty();
    }

    /// <summary>Each provider gives a status, or throws, and each marks before or not.</summary>
    [Fact]
    [Requirement("COMP-2")]
    public void Whatever_they_answer_at_most_one_may_have_dialled() =>
        Gen.Select(Gen.Int[0, Statuses.Length + 2], Gen.Bool).Array[1, 6].Sample(
            script =>
            {
                var mayHaveDialled = 0;
                var providers = script.Select(step => new ScriptedProvider((request, _) =>
                {
                    var (answer, marks) = step;
                    if (marks)
                        request.MarkDispatching();

                    var status = answer < Statuses.Length ? Statuses[answer] : DialStatus.Ambiguous;
                    if (marks || answer >= Statuses.Length || new DialResult(status, request.CallId).CallMayExist)
                        mayHaveDialled++;

                    return answer < Statuses.Length ? Task.FromResult(new DialResult(status, request.CallId))
                        : answer == Statuses.Length ? throw new InvalidOperationException()
                        : answer == Statuses.Length + 1 ? Task.FromException<DialResult>(new TimeoutException())
                        : Task.FromResult<DialResult>(null!);
                })).ToArray();

                var result = Chain(providers).DialAsync(Number).GetAwaiter().GetResult();

                return mayHaveDialled <= 1 && (mayHaveDialled == 0 || result.CallMayExist || result.Status is DialStatus.Invalid or DialStatus.Blocked or DialStatus.DryRun);
            },
            iter: 5_000);

    [Fact]
    [Requirement("COMP-3")]
    public async Task An_emergency_call_goes_to_the_one_that_is_where_the_caller_is()
    {
        var remote = new ScriptedProvider(DialStatus.Accepted) { Capabilities = new() { IsRemote = true } };
        var near = new ScriptedProvider(DialStatus.HandedOff);

        var result = await Chain(remote, near).DialAsync(PhoneNumber.Parse("112"));
        var alone = await Chain(remote).DialAsync(PhoneNumber.Parse("112"));

        (result.Status, result.ProviderName).Should().Be((DialStatus.HandedOff, "p1"));
        result.Attempts.Should().ContainSingle().Which.Reason.Should().Be(DialReason.EmergencyNotSupported);
        (alone.Status, alone.Reason).Should().Be((DialStatus.Blocked, DialReason.EmergencyNotSupported));
        remote.Dialled.Should().BeEmpty();
        (await Chain(remote, near).DialAsync(Number)).ProviderName.Should().Be("p0");
    }

    [Fact]
    [Requirement("COMP-4")]
    public async Task A_mode_that_a_provider_does_not_know_is_not_asked_of_it()
    {
        var provider = new ScriptedProvider(DialStatus.Accepted) { Capabilities = new() };

        var result = await new TelephonyProviderBuilder(provider).Build().DialAsync(new DialRequest(Number) { Mode = DialMode.Prefill });

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.ModeNotSupported));
        provider.Dialled.Should().BeEmpty();
    }

    [Fact]
    [Requirement("COMP-5")]
    public async Task Hanging_up_reaches_the_provider_that_has_the_call()
    {
        var (first, second) = (new ControlledProvider(DialStatus.NotDispatched), new ControlledProvider(DialStatus.Accepted));
        var phone = Chain(first, second);
        var request = new DialRequest(Number);
        await phone.DialAsync(request);

        var status = await phone.GetService<ICallControl>()!.HangUpAsync(request.CallId);

        status.Should().Be(HangUpStatus.Ended);
        first.HungUp.Should().BeEmpty();
        second.HungUp.Should().Equal(request.CallId);
        (await phone.GetService<ICallControl>()!.HangUpAsync(CallId.New())).Should().Be(HangUpStatus.NoCall);
        Chain(new ScriptedProvider(DialStatus.Accepted)).GetService<ICallControl>().Should().BeNull("none of them can");
    }

    [Fact]
    [Requirement("COMP-5")]
    public async Task The_events_of_all_are_one_stream()
    {
        var (first, second) = (new ControlledProvider(DialStatus.NotDispatched), new ControlledProvider(DialStatus.Accepted));
        var events = Chain(first, second).GetService<ICallEvents>()!;
        var (one, other) = (CallId.New(), CallId.New());
        first.Events.Publish(new(one, CallState.Alerting));
        second.Events.Publish(new(other, CallState.Alerting));
        await using var reader = events.ReadAllAsync().GetAsyncEnumerator();
        var seen = new HashSet<CallId>();
        while (seen.Count < 2 && await reader.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)))
            seen.Add(reader.Current.CallId);

        seen.Should().BeEquivalentTo([one, other]);
        first.Events.Dispose();
        second.Events.Dispose();
        (await reader.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    [Requirement("COMP-5")]
    public void What_all_can_do_the_chain_can()
    {
        var chain = Chain(
            new ScriptedProvider(DialStatus.Accepted) { Capabilities = new() { Knowledge = CallKnowledge.Outcome, CanHangUp = true, IsRemote = true } },
            new ScriptedProvider(DialStatus.Accepted) { Capabilities = new() { Knowledge = CallKnowledge.Acceptance, CanHangUp = true } });

        chain.GetService<TelephonyCapabilities>().Should().Be(new TelephonyCapabilities { Knowledge = CallKnowledge.Acceptance, CanHangUp = true });
        Chain(new ScriptedProvider(DialStatus.Accepted)).GetService<TelephonyCapabilities>().Should().BeNull("it does not say");
    }

    private static ITelephonyProvider Chain(params ITelephonyProvider[] providers)
    {
        var builder = new TelephonyProviderBuilder();
        for (var i = 0; i < providers.Length; i++)
            builder.Add($"p{i}", providers[i]);

        return builder.AddFallback("chain", [.. Enumerable.Range(0, providers.Length).Select(static i => $"p{i}")]).To("chain").Build();
    }
}
