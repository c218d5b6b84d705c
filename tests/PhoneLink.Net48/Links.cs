namespace PhoneLink.Net48
{
    /// <summary>Numbers, links and formats.</summary>
    internal static class Links
    {
        internal const string CrmFormat = "domycall:%p?name=<attn>&company=<name>";

        internal static readonly CallSubject Customer = new CallSubject { Person = new SubjectPerson { Name = "Kari Nordmann" }, Company = new SubjectCompany { Name = "Bakke & Sønn" } };

        internal static void Run()
        {
            PhoneNumber number = PhoneNumber.Parse("(+47) 22 51 70 00 ext. 12");
            Program.Tell("number", number.Digits + ", " + number.Extension);
            PhoneNumber none;
            Program.Tell("no number", PhoneNumber.TryParse("Kari", out none));

            TelephonyUri link = TelephonyUri.Parse("tel:+1-201-555-0123");
            Program.Tell("same call", link.Equals(TelephonyUri.Parse("TEL:+12015550123")) + ", " + link.Equals(TelephonyUri.Parse("tel:+12015550124")));
            SipUri sip = (SipUri)TelephonyUri.Parse("sips:kari@pbx.example.com:5061;transport=tcp");
            Program.Tell("sip", sip.User + ", " + sip.Host + ", " + sip.Port + ", " + sip.IsSecure);
            Program.Tell("masked", link);

            PhoneLinkFormat format = PhoneLinkFormat.Parse(CrmFormat);
            string expanded = format.Expand(PhoneNumber.Parse("+4722517000"), Customer);
            Program.Tell("expanded", expanded);
            PhoneLinkMatch match;
            Program.Tell("taken apart", format.TryMatch(expanded, out match) ? match.Number.Digits + ", " + match.GetValue("attn") : "no");
            Program.Tell("rehearsed", new DialingRules(new DialPlan { OutsideLinePrefix = "0" }).Apply(PhoneNumber.Parse("22517000")).Number.Digits);
        }
    }
}
