namespace BaresipProvider;

/// <summary>Where baresip is, and where it calls numbers.</summary>
public sealed class BaresipOptions
{
    /// <summary>Gets or sets the host of the control socket (<c>ctrl_tcp_listen</c>).</summary>
    /// <value><c>127.0.0.1</c> by default. The socket asks nobody who he is: keep it on this machine.</value>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Gets or sets the port of the control socket.</summary>
    /// <value>4444 by default, as it is baresip's.</value>
    public int Port { get; set; } = 4444;

    /// <summary>Gets or sets where numbers are called: <c>pbx.example.com</c>, or with a port <c>pbx.example.com:5080</c>.</summary>
    /// <value>Required; a number becomes <c>sip:number@domain</c>.</value>
    public string Domain { get; set; } = "";

    /// <summary>Gets or sets the account that calls: <c>sip:alice@pbx.example.com</c>.</summary>
    /// <value>By default <see langword="null"/>: the one that is current in baresip.</value>
    public string? Account { get; set; }

    /// <summary>Gets or sets how long a lost control socket is sought again before the calls on it count as ended for an unknown reason.</summary>
    /// <value>30 seconds by default.</value>
    public TimeSpan LostAfter { get; set; } = TimeSpan.FromSeconds(30);
}
