using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace PhoneLink.Net48
{
    /// <summary>Calls through the layers: consent, policies, journal, events, a program.</summary>
    internal static class Calls
    {
        internal static async Task Run(string directory)
        {
            using (DeskTelephone desk = new DeskTelephone())
            using (FileCallJournal journal = new FileCallJournal(Path.Combine(directory, "calls")))
            {
                ITelephonyProvider phone = PhoneOver(desk, journal);
                DialRequest request = new DialRequest(PhoneNumber.Parse("+47 22 51 70 00"));
                Program.Tell("dialled", await phone.DialAsync(request));
                Program.Tell("double click", (await phone.DialAsync(new DialRequest(request.Target))).Status);
                Program.Tell("from a link", (await phone.DialAsync(new DialRequest(TelephonyUri.Parse("tel:+4722517001")) { Cause = DialCause.Link })).Reason);
                Program.Tell("call forwarding", (await phone.DialAsync(PhoneNumber.Parse("*21*22517000#"))).Status);
                await TellCourse(phone, request.CallId);

                using (FileCallJournal other = new FileCallJournal(Path.Combine(directory, "calls")))
                {
                    Program.Tell("the same id, another journal", (await PhoneOver(desk, other).DialAsync(request)).Status);
                    DialRequest doubted = new DialRequest(PhoneNumber.Parse("+4722517002"));
                    await other.BeginAsync(new JournalIntent(doubted));
                    Program.Tell("an intent without outcome", (await PhoneOver(desk, journal).DialAsync(doubted)).Reason);
                }

                Program.Tell("left", string.Join(", ", desk.Dialled));
            }

            await StartProgram();
            Program.Tell("link", (await new TelephonyProviderBuilder().Build().DialAsync(new DialRequest(PhoneNumber.Parse("+4722517000")) { DryRun = true })).Link.OriginalText);
        }

        private static ITelephonyProvider PhoneOver(ITelephonyProvider desk, ICallJournal journal)
        {
            return new TelephonyProviderBuilder(desk).UseTelemetry().UseDefaults(Decline).UseJournal(journal).Build();
        }

        private static Task<bool> Decline(DialRequest request, CancellationToken cancellationToken)
        {
            return Task.FromResult(false);
        }

        private static async Task TellCourse(ITelephonyProvider phone, CallId call)
        {
            IAsyncEnumerator<CallEvent> events = phone.GetService<ICallEvents>().ReadAllAsync(call).GetAsyncEnumerator();
            while (await events.MoveNextAsync())
                Program.Tell("event", events.Current);

            await events.DisposeAsync();
        }

        private static async Task StartProgram()
        {
            ProcessTelephonyProvider program = new ProcessTelephonyProvider(new ProcessTelephonyOptions("/bin/sh", "-c", "test \"$1\" = 'a \"b\" c' && test $2 = +4722517000 && exit 7", "sh", "a \"b\" c", "%p"));
            DialResult result = await program.DialAsync(new DialRequest(PhoneNumber.Parse("+4722517000")));
            Program.Tell("program", result.Status + ", " + result.NativeCode);
            ProcessTelephonyProvider missing = new ProcessTelephonyProvider(new ProcessTelephonyOptions("/nowhere/phone", "%p"));
            Program.Tell("no program", (await missing.DialAsync(new DialRequest(PhoneNumber.Parse("+4722517000")))).Status);
        }
    }
}
