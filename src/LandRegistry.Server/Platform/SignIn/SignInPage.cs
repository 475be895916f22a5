using System.Net.Mime;
using System.Text;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>What a browser without a sign-in cookie is shown instead of the register.</summary>
internal static class SignInPage
{
    private const string Html = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>土地盘活登记 LandRegistry</title>
          <style>
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f3f5f4; color: #1f2a2a;
                   font: 16px/1.7 "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif; }
            main { max-width: 34rem; margin: 2rem; padding: 2.5rem 3rem; background: #fff; border: 1px solid #dde3e1; border-radius: 8px; }
            h1 { margin: 0 0 1rem; font-size: 1.35rem; }
            p { margin: .5rem 0; }
            code { padding: .1em .4em; background: #eef2f1; border-radius: 4px; font-size: .9em; }
            [lang=en] { color: #55605f; }
          </style>
        </head>
        <body>
          <main>
            <h1>需要登录 · Sign-in is needed</h1>
            <p>登录链接只能使用一次，并在一小时后失效。请重新打开程序，或运行以下命令取得新的链接：</p>
            <p><code>dotnet run --project src/LandRegistry.Cli -- sign-in</code></p>
            <p>启动时指定过 <code>--data-dir</code> 的，请在命令后加上同一参数。</p>
            <p lang="en">A sign-in link works once and ends after an hour. Open the program again, or run the command above for a new link, with the same <code>--data-dir</code> if it was started with one.</p>
          </main>
        </body>
        </html>
        """;

    public static IResult Of(int status) => Results.Content(Html, MediaTypeNames.Text.Html, Encoding.UTF8, status);
}
