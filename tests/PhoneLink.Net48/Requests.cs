using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace PhoneLink.Net48
{
    /// <summary>Calls by HTTP to a server of this process.</summary>
    internal static class Requests
    {
        internal static async Task Run()
        {
            await Tell("post", HttpMethod.Post, "HTTP/1.1 202 X\r\nContent-Length: 0\r\n\r\n");
            await Tell("get", HttpMethod.Get, "HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n");
            await Tell("refused", HttpMethod.Post, "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n");
            await Tell("redirected", HttpMethod.Post, "HTTP/1.1 307 X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
            await Tell("closed", HttpMethod.Post, "");
            using (HttpTemplateTelephonyProvider nobody = new HttpTemplateTelephonyProvider(new HttpTemplateTelephonyOptions("http://127.0.0.1:1/%p")))
                Program.Tell("nobody there", (await nobody.DialAsync(new DialRequest(PhoneNumber.Parse("+4722517000")))).Status);
        }

        private static async Task Tell(string what, HttpMethod method, string answer)
        {
            TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            int requests = 0;
            Task serving = Task.Run(async () =>
            {
                while (true)
                {
                    using (TcpClient client = await listener.AcceptTcpClientAsync())
                    {
                        string request = ReadRequest(client.GetStream());
                        if (request.StartsWith(method.Method + " /calls?to=%2B4722517000 ", StringComparison.Ordinal) && request.Contains("Idempotency-Key"))
                            requests++;

                        byte[] octets = Encoding.ASCII.GetBytes(answer);
                        await client.GetStream().WriteAsync(octets, 0, octets.Length);
                    }
                }
            });
            HttpTemplateTelephonyOptions options = new HttpTemplateTelephonyOptions("http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port + "/calls?to=%p") { Method = method };
            using (HttpTemplateTelephonyProvider provider = new HttpTemplateTelephonyProvider(options))
            {
                DialResult result = await provider.DialAsync(new DialRequest(PhoneNumber.Parse("+4722517000")));
                await Task.Delay(100);
                Program.Tell(what, result.Status + ", " + result.NativeCode + ", " + requests + " request");
            }

            listener.Stop();
        }

        private static string ReadRequest(NetworkStream stream)
        {
            StringBuilder text = new StringBuilder();
            while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && stream.ReadByte() is int octet && octet >= 0)
                text.Append((char)octet);

            return text.ToString();
        }
    }
}
