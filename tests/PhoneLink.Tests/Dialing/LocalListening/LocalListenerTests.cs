using System.Runtime.Versioning;
using PhoneLink.Testing;

namespace PhoneLink.Tests.Dialing.LocalListening;

/// <summary>A host dials by another process of its user.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LocalListenerTests
{
    [Fact]
    [Requirement("PROV-40")]
    public async Task A_call_by_the_listener_has_the_id_of_the_request_and_what_the_telephone_knows()
    {
        await using var desk = new TelephonyDesk();
        desk.Phone.Answer = static request => request.Device is null ? null : new(DialStatus.NotDispatched, request.CallId)
        {
            Reason = DialReason.TooManyCalls,
            NativeCode = 429,
            RetryAfter = TimeSpan.FromSeconds(7),
            Message = "wait",
            ProviderCallId = "native",
        };
        await desk.StartAsync();
        var client = desk.Client();
        var request = TelephonyDesk.Request with { Subject = new() { Person = new() { Id = "7", Name = "Ada Lovelace" }, Company = new() { Name = "Analytical" } } };

        (await client.DialAsync(request)).Should().BeEquivalentTo(new { Status = DialStatus.Accepted, request.CallId, Reason = DialReason.None });
        (await client.DialAsync(TelephonyDesk.Request with { Device = "desk" })).Should().BeEquivalentTo(
            new { Status = DialStatus.NotDispatched, Reason = DialReason.TooManyCalls, NativeCode = 429, RetryAfter = TimeSpan.FromSeconds(7), Message = "wait", ProviderCallId = "native" });

        var dialled = desk.Phone.Dispatched.Should().ContainSingle().Which;
        (dialled.CallId, dialled.Target, dialled.Cause, dialled.Subject!.Person!.Name, dialled.Subject.Company!.Name).Should().Be((request.CallId, request.Target, DialCause.User, "Ada Lovelace", "Analytical"));
    }

    [Fact]
    [Requirement("PROV-41")]
    public async Task The_events_of_a_call_come_in_order_to_its_end()
    {
        await using var desk = new TelephonyDesk();
        desk.Phone.Steps = static _ => [new(TimeSpan.FromMilliseconds(100), CallState.Alerting), new(TimeSpan.FromMilliseconds(100), CallState.Connected), new(TimeSpan.FromMilliseconds(100), CallState.Ended) { EndReason = CallEndReason.Completed, NativeCode = 200 }];
        await desk.StartAsync();
        var client = desk.Client();
        var result = await client.DialAsync(TelephonyDesk.Request);

        var events = await TelephonyDesk.ReadAsync(client, result.CallId);

        events.Select(static news => news.State).Should().Equal(CallState.Dispatching, CallState.Alerting, CallState.Connected, CallState.Ended);
        events.Select(static news => news.Sequence).Should().Equal(1, 2, 3, 4);
        events[^1].Should().BeEquivalentTo(new { EndReason = CallEndReason.Completed, NativeCode = 200 });
    }

    [Fact]
    [Requirement("PROV-41")]
    public async Task Hanging_up_ends_that_call_and_no_other()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        var client = desk.Client();
        var (first, second, own) = (TelephonyDesk.Request, TelephonyDesk.Request, TelephonyDesk.Request);
        await client.DialAsync(first);
        await client.DialAsync(second);
        await desk.Phone.DialAsync(own); // The handler's own, which is no client's.

        (await client.HangUpAsync(first.CallId)).Should().Be(HangUpStatus.Ended);
        (await client.HangUpAsync(own.CallId)).Should().Be(HangUpStatus.NoCall);

        (await TelephonyDesk.ReadAsync(client, first.CallId))[^1].EndReason.Should().Be(CallEndReason.Cancelled);
        desk.Phone.Events.LiveCalls.Should().Be(2);
    }

    [Fact]
    [Requirement("PROV-42")]
    public async Task Without_a_listener_nothing_was_sent_and_nothing_is_made()
    {
        await using var desk = new TelephonyDesk();
        var client = desk.Client();

        var result = await client.DialAsync(TelephonyDesk.Request);

        (result.Status, result.Reason).Should().Be((DialStatus.NotDispatched, DialReason.NotRunning));
        result.Message.Should().Contain("does not run");
        (await client.GetStatusAsync()).State.Should().Be(ProviderState.NoHandler);
        (await client.HangUpAsync(CallId.New())).Should().Be(HangUpStatus.NoCall);
        Directory.Exists(desk["phonelink"]).Should().BeFalse("who only asks makes nothing");
    }

    [Fact]
    [Requirement("PROV-42")]
    public async Task The_status_is_the_telephones()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        var client = desk.Client();

        (await client.GetStatusAsync()).Should().BeEquivalentTo(new { State = ProviderState.Ready, Handler = "simulated telephone" });
        desk.Phone.State = ProviderState.DeviceOffline;
        (await client.GetStatusAsync()).State.Should().Be(ProviderState.DeviceOffline);
    }

    [Fact]
    [Requirement("PROV-44")]
    public async Task An_id_is_dialled_once_however_often_it_comes()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync();
        var (client, other, request) = (desk.Client(), desk.Client(), TelephonyDesk.Request);

        (await client.DialAsync(request with { DryRun = true })).Status.Should().Be(DialStatus.DryRun);
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? client : other).DialAsync(request)));
        var another = await other.DialAsync(request with { Target = new TelUri(PhoneNumber.Parse("+12025550199")) });

        desk.Phone.Dispatched.Should().ContainSingle();
        results.Select(static result => result.Status).Order().Should().Equal([DialStatus.Accepted, .. Enumerable.Repeat(DialStatus.Duplicate, 49)]);
        results.Where(static result => result.Status is DialStatus.Duplicate).Should().OnlyContain(result => result.OriginalCallId == request.CallId && result.Reason == DialReason.Repeated);
        (another.Status, another.Reason).Should().Be((DialStatus.Invalid, DialReason.IdConflict));
    }

    [Fact]
    [Requirement("PROV-44")]
    public async Task What_was_refused_or_in_doubt_is_answered_the_same_again()
    {
        await using var desk = new TelephonyDesk();
        var asked = 0;
        desk.Phone.Answer = request => new(request.Device is null ? DialStatus.Blocked : DialStatus.Ambiguous, request.CallId) { Reason = DialReason.Declined, NativeCode = ++asked };
        await desk.StartAsync();
        var client = desk.Client();
        foreach (var request in new[] { TelephonyDesk.Request, TelephonyDesk.Request with { Device = "desk" } })
        {
            var first = await client.DialAsync(request);
            var again = await client.DialAsync(request);
            (again.Status, again.NativeCode, again.OriginalCallId).Should().Be((first.Status, first.NativeCode, request.CallId));
        }

        asked.Should().Be(2);
    }

    [Fact]
    [Requirement("PROV-52")]
    public async Task Two_listeners_of_one_name_are_not_started_and_a_name_is_free_again()
    {
        await using var desk = new TelephonyDesk();
        var first = await desk.StartAsync();

        await desk.Awaiting(static it => it.StartAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*'phone' runs already*");
        await first.DisposeAsync();
        await desk.StartAsync();

        (await desk.Client().DialAsync(TelephonyDesk.Request)).Status.Should().Be(DialStatus.Accepted);
    }

    [Fact]
    [Requirement("PROV-52")]
    public async Task The_socket_of_a_dead_listener_is_no_listener_and_stops_no_new_one()
    {
        await using var desk = new TelephonyDesk();
        _ = desk.Channel;

        // .NET takes the file away with the socket; a kill does not.
        using var dead = System.Diagnostics.Process.Start("/usr/bin/python3", ["-c", "import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])", desk.Socket]);
        await dead.WaitForExitAsync();
        File.Exists(desk.Socket).Should().BeTrue();

        (await desk.Client().DialAsync(TelephonyDesk.Request)).Reason.Should().Be(DialReason.NotRunning);
        await desk.StartAsync();
        (await desk.Client().DialAsync(TelephonyDesk.Request)).Status.Should().Be(DialStatus.Accepted);
    }

    [Fact]
    [Requirement("PROV-55")]
    public async Task A_hundred_dials_at_once_are_a_hundred_calls_and_one_too_many_is_told_so()
    {
        await using var desk = new TelephonyDesk();
        await desk.StartAsync(null, new() { MaxCalls = 100 });
        var client = desk.Client();
        var requests = Enumerable.Range(0, 100).Select(static _ => TelephonyDesk.Request).ToList();

        var results = await Task.WhenAll(requests.Select(request => Task.Run(() => client.DialAsync(request))));
        var tooMany = await client.DialAsync(TelephonyDesk.Request);

        results.Should().OnlyContain(static result => result.Status == DialStatus.Accepted);
        results.Select(static result => result.CallId).Should().Equal(requests.Select(static request => request.CallId));
        (tooMany.Status, tooMany.Reason).Should().Be((DialStatus.NotDispatched, DialReason.BackEndBusy));
        desk.Phone.Dispatched.Select(static request => request.CallId).Should().BeEquivalentTo(requests.Select(static request => request.CallId));

        await client.HangUpAsync(requests[0].CallId);
        await TelephonyDesk.ReadAsync(client, requests[0].CallId);
        await Task.Delay(100);
        (await client.DialAsync(TelephonyDesk.Request)).Status.Should().Be(DialStatus.Accepted, "a place is free again");
    }

    [Fact]
    [Requirement("KIT-4")]
    public async Task Another_process_conforms()
    {
        await using var desk = new TelephonyDesk();
        await using var empty = new TelephonyDesk();
        await desk.StartAsync();
        await new ProviderConformance(() => desk.Client())
        {
            CountCalls = () => desk.Phone.Dispatched.Count,
            MakeWithoutBackEnd = () => empty.Client(),
        }.VerifyAsync();
    }
}
