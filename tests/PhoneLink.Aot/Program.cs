using PhoneLink.Aot;

if (args is ["forward", var scheme, var format, .. var activation])
    return await Forwarder.RunAsync(scheme, format, activation);

if (args is ["listen", var directory, var pause, .. var link])
    return await Listening.RunAsync(directory, pause, link);

if (args is ["write", var path, var user, var count])
    return await PreferenceWriter.RunAsync(path, user, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));

var failed = 0;
foreach (var (name, scenario) in Scenarios.All)
{
    var problem = await scenario();
    Console.WriteLine($"{(problem is null ? "ok    " : "FAILED")} {name}{(problem is null ? "" : ": " + problem)}");
    failed += problem is null ? 0 : 1;
}

Console.WriteLine($"{Scenarios.All.Count - failed} passed, {failed} failed, 0 skipped");
return failed == 0 ? 0 : 1;
