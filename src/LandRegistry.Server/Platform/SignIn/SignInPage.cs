using System.Net.Mime;
using System.Text;
using LandRegistry.Server.Platform.Web;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>What a browser without a sign-in cookie is shown instead of the register: plain HTML, no script, both languages.</summary>
internal static class SignInPage
{
    private const string Style = """
            *, *::before, *::after { box-sizing: border-box; }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef2f1; color: #1f2a2a;
                   font: 16px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif; }
            main { width: min(26rem, calc(100vw - 2rem)); margin: 2rem; padding: 2.25rem 2.5rem; background: #fff; border: 1px solid #dde3e1; border-radius: 10px;
                   box-shadow: 0 8px 30px rgb(20 40 40 / 8%); }
            .brand { margin: 0 0 1.5rem; font-size: 1.25rem; font-weight: 600; }
            .brand small { display: block; font-size: .85rem; font-weight: 400; color: #55605f; }
            h1 { margin: 0 0 1rem; font-size: 1.05rem; }
            label { display: block; margin: .9rem 0 .25rem; font-size: .9rem; color: #3c4847; }
            input { width: 100%; padding: .55rem .7rem; font: inherit; border: 1px solid #b9c3c1; border-radius: 6px; background: #fff; color: inherit; }
            input:focus-visible, button:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid #7fc4bd; outline-offset: 1px; border-color: #0e7168; }
            button { width: 100%; margin-top: 1.5rem; padding: .65rem; font: inherit; font-weight: 600; border: 0; border-radius: 6px; background: #0e7168; color: #fff; cursor: pointer; }
            button:hover { background: #0b5c55; }
            .other { display: block; margin-top: .75rem; padding: .6rem; text-align: center; border: 1px solid #0e7168; border-radius: 6px; color: #0b5c55; text-decoration: none; }
            .fault { margin: 0 0 1rem; padding: .6rem .8rem; background: #fdecea; border: 1px solid #f0b7b1; border-radius: 6px; color: #8a1f14; font-size: .92rem; }
            details { margin-top: 1.75rem; font-size: .9rem; color: #55605f; } summary { cursor: pointer; }
            p { margin: .5rem 0; } code { padding: .1em .4em; background: #eef2f1; border-radius: 4px; font-size: .85em; overflow-wrap: anywhere; } [lang=en] { color: #55605f; }
            @media (prefers-color-scheme: dark) {
              body { background: #111819; color: #e4ecea; } main { background: #182122; border-color: #2b3839; box-shadow: none; }
              label { color: #c3cfcd; } input { background: #111819; border-color: #47595a; } input:focus-visible { border-color: #5cc2bd; }
              button { background: #2a7f7a; } button:hover { background: #33928c; } .other { border-color: #5cc2bd; color: #8ad9d4; }
              .fault { background: #3a1b1a; border-color: #6d302c; color: #ff8a80; } code { background: #2b3839; }
              .brand small, details, [lang=en] { color: #9fb0ae; }
            }
            """;

    private const string LinkWords = """
            <p>登录链接只能使用一次，并在一小时后失效。请重新打开程序，或运行以下命令取得新的链接：</p>
            <p><code>dotnet run --project src/LandRegistry.Cli -- sign-in</code></p>
            <p>启动时指定过 <code>--data-dir</code> 的，请在命令后加上同一参数。</p>
            <p lang="en">A sign-in link works once and ends after an hour. Open the program again, or run the command above for a new link, with the same <code>--data-dir</code> if it was started with one.</p>
            """;

    /// <summary>Where the office's identity provider is asked, and what it is called; null where there is none.</summary>
    public sealed record Provider(string Path, string Name);

    /// <summary>The page of a private register nobody has an account at: how to get a link.</summary>
    public static IResult OfLink() => Page("需要登录 · Sign-in is needed", LinkWords, StatusCodes.Status401Unauthorized);

    /// <summary>Name and password.</summary>
    public static IResult OfPassword(string back, string? fault, Provider? provider, int status = StatusCodes.Status401Unauthorized)
    {
        var other = provider is null ? "" : $"""<a class="other" href="{E(provider.Path)}?return={E(Uri.EscapeDataString(back))}">{E(provider.Name)}</a>""";
        return Page("需要登录 · Sign-in is needed", $"""
            {Fault(fault)}
            <form method="post" action="/sign-in">
              <input type="hidden" name="return" value="{E(back)}">
              <label for="name">登录名 · User name</label><input id="name" name="name" autocomplete="username" required maxlength="100" autofocus>
              <label for="password">密码 · Password</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="128">
              <button>登录 · Sign in</button>
            </form>
            {other}
            <details><summary>本机登记 · Register on this machine</summary>{LinkWords}</details>
            """, status);
    }

    /// <summary>The second factor.</summary>
    public static IResult OfCode(string back, string pending, string? fault) => Page("第二重验证 · Second factor", $"""
            {Fault(fault)}
            <form method="post" action="/sign-in/code">
              <input type="hidden" name="return" value="{E(back)}"><input type="hidden" name="pending" value="{E(pending)}">
              <label for="code">验证器的 6 位数字，或一个恢复码 · Six digits of the authenticator, or a recovery code</label>
              <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20" autofocus>
              <button>继续 · Continue</button>
            </form>
            """, StatusCodes.Status401Unauthorized);

    /// <summary>The first administrator.</summary>
    public static IResult OfFirst(string code, string? fault, int status = StatusCodes.Status200OK) => Page("建立系统管理员 · The first administrator", $"""
            {Fault(fault)}
            <form method="post" action="/sign-in/first">
              <label for="code">服务器控制台上的一次性代码 · One-time code on the server's console</label><input id="code" name="code" value="{E(code)}" required maxlength="60" autocomplete="off">
              <label for="name">登录名 · User name</label><input id="name" name="name" autocomplete="username" required maxlength="100">
              <label for="shown">姓名 · Name</label><input id="shown" name="shown" autocomplete="name" required maxlength="100">
              <label for="password">密码（至少 15 个字符）· Password (15 characters at least)</label><input id="password" name="password" type="password" autocomplete="new-password" required minlength="15" maxlength="128">
              <button>建立并登录 · Make and sign in</button>
            </form>
            """, status);

    private static string Fault(string? fault) => fault is null ? "" : $"""<p class="fault" role="alert">{E(fault)}</p>""";

    private static string E(string text) => PageText.Encode(text);

    private static IResult Page(string title, string body, int status) => Results.Content($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <link rel="icon" href="data:,">
          <title>土地盘活登记 LandRegistry</title>
          <style>
        {Style}
          </style>
        </head>
        <body>
          <main>
            <p class="brand">土地盘活登记<small lang="en">LandRegistry</small></p>
            <h1>{E(title)}</h1>
            {body}
          </main>
        </body>
        </html>
        """, MediaTypeNames.Text.Html, Encoding.UTF8, status);
}
