using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PhoneLink.Net48
{
    /// <summary>The format of a user, from the host's own table.</summary>
    internal sealed class Preferences : IPreferenceSource
    {
        internal static async Task Run()
        {
            PreferenceResolver resolver = new PreferenceResolver(new[] { new Preferences() });
            Program.Tell("format of kari", (await resolver.ResolveAsync(new PreferenceScope { User = "kari" })).Format);
            Program.Tell("format of others", (await resolver.ResolveAsync(new PreferenceScope { User = "ola" })).Format);
        }

        public ValueTask<IReadOnlyList<PreferenceEntry>> GetAsync(PreferenceScope scope, CancellationToken cancellationToken)
        {
            List<PreferenceEntry> entries = new List<PreferenceEntry> { new PreferenceEntry("Format", "callto:%p", PreferenceLevel.System) };
            if (scope.User == "kari")
                entries.Add(new PreferenceEntry("Format", Links.CrmFormat, PreferenceLevel.User));

            return new ValueTask<IReadOnlyList<PreferenceEntry>>(entries);
        }
    }
}
