using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PhoneLink.Net48
{
    /// <summary>A provider as a host writes it.</summary>
    internal sealed class DeskTelephone : ITelephonyProvider, IDisposable
    {
        private readonly CallEventPublisher _events = new CallEventPublisher();

        internal List<string> Dialled { get; } = new List<string>();

        public Task<DialResult> DialAsync(DialRequest request, CancellationToken cancellationToken)
        {
            request.MarkDispatching();
            Dialled.Add(request.Target.Number.Digits);
            _events.Publish(new CallEvent(request.CallId, CallState.Alerting));
            _events.Publish(new CallEvent(request.CallId, CallState.Ended) { EndReason = CallEndReason.Busy, NativeCode = 486 });
            return Task.FromResult(new DialResult(DialStatus.Accepted, request.CallId));
        }

        public object GetService(Type serviceType, object serviceKey)
        {
            return serviceType == typeof(ICallEvents) && serviceKey == null ? _events : null;
        }

        public void Dispose()
        {
            _events.Dispose();
        }
    }
}
