using System.CommandLine;
using PhoneLink.Registration;

namespace PhoneLink.Admin;

/// <summary>The arguments that make up a registration.</summary>
internal sealed class RegistrationArguments
{
    private readonly Argument<string> _scheme = new("scheme") { Description = "The scheme, such as domycall or tel, without a colon." };
    private readonly Option<string> _executable = new("--exe", "-e") { Description = "The program's absolute path.", HelpName = "PATH", Required = true };
    private readonly Option<string> _name = new("--name", "-n") { Description = "The name that people see.", HelpName = "NAME", Required = true };
    private readonly Option<string?> _id = new("--id") { Description = "The application id, such as com.contoso.phone. [default: phonelink-SCHEME]", HelpName = "ID" };
    private readonly Option<string?> _product = new("--product") { Description = "The product that the registration belongs to. [default: the name]", HelpName = "NAME" };
    private readonly Option<string?> _description = new("--description") { Description = "A sentence that Windows shows in its settings. [default: the name]", HelpName = "TEXT" };
    private readonly Option<string?> _suffix = new("--suffix") { Description = "Tells two installations apart, such as dev.", HelpName = "TEXT" };
    private readonly Option<RegistrationScope> _scope = new("--scope", "-s") { Description = "For whom.", HelpName = "user|machine" };
    private readonly Option<bool> _replace = new("--replace") { Description = "Takes the scheme from another program." };
    private readonly Option<bool> _menus = new("--show-in-menus") { Description = "Linux: the program also appears in the desktop's menus." };

    /// <summary>Adds the arguments to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="needsProgram">Whether the program and its name must be given; what is taken back is known by its scheme and id.</param>
    public RegistrationArguments AddTo(Command command, bool needsProgram = true)
    {
        (_executable.Required, _name.Required) = (needsProgram, needsProgram);
        command.Add(_scheme);
        foreach (var option in new Option[] { _executable, _name, _id, _product, _description, _suffix, _scope, _replace, _menus })
            command.Add(option);

        return this;
    }

    public ProtocolRegistration Read(ParseResult parsed)
    {
        var scheme = parsed.GetValue(_scheme)!;
        return new(scheme, parsed.GetValue(_name) ?? scheme, parsed.GetValue(_executable) ?? "")
        {
            ApplicationId = parsed.GetValue(_id),
            Product = parsed.GetValue(_product),
            Description = parsed.GetValue(_description),
            InstanceSuffix = parsed.GetValue(_suffix),
            Scope = parsed.GetValue(_scope),
            ReplaceOtherHandler = parsed.GetValue(_replace),
            ShowInMenus = parsed.GetValue(_menus),
        };
    }
}
