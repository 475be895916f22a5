using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using LandRegistry.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>How somebody's browser is set up.</summary>
/// <param name="Language">Language of the browser.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window, in CSS pixels.</param>
public sealed record Desk(string Language = "en-US", int Width = 1440, int Height = 900);

/// <summary>One person's browser with the workbench in it, in the words of what is on the screen.</summary>
public sealed partial class Workbench : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly TestRegister _register;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private Workbench(IBrowserContext context, IPage page, TestRegister register)
    {
        _context = context;
        _register = register;
        Page = page;
        Map = new MapPane(page);
    }

    public IPage Page { get; }

    public MapPane Map { get; }

    public ILocator Header => Page.Locator(".app-header");

    public ILocator Filters => Page.Locator(".filter-panel");

    public ILocator Table => Page.Locator("[role=grid]");

    public ILocator Card => Page.Locator(".parcel-card");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Menu => Page.Locator(".context-menu");

    public ILocator Banner => Page.Locator(".connection-banner");

    /// <summary>The button of the tray; it is there only while something is unsent.</summary>
    public ILocator Unsent => Page.Locator(".unsent-button");

    /// <summary>Errors on the console and errors of scripts.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Addresses outside the register that the page asked for.</summary>
    public IEnumerable<string> RequestsElsewhere => _requests.Where(url =>
        !url.StartsWith(_register.Address.AbsoluteUri, StringComparison.Ordinal)
        && !url.StartsWith("data:", StringComparison.Ordinal)
        && !url.StartsWith($"blob:{_register.Address.AbsoluteUri}", StringComparison.Ordinal));

    /// <summary>A browser without a sign-in, at no page yet.</summary>
    public static async Task<Workbench> NewAsync(IBrowser browser, TestRegister register, Desk desk)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = desk.Language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = desk.Width, Height = desk.Height },
            // A click on a window that still grows into place may fall beside its target.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        // Somebody who knows the workbench; the journey of the tour takes this back.
        await context.AddInitScriptAsync("if (location.protocol.startsWith('http')) localStorage.getItem('landregistry.tour') ?? localStorage.setItem('landregistry.tour', 'seen')");
        var page = await context.NewPageAsync();
        var workbench = new Workbench(context, page, register);
        context.Request += (_, request) => workbench._requests.Enqueue(request.Url);
        page.Console += (_, line) => workbench.Hear(line);
        page.PageError += (_, error) => workbench._complaints.Enqueue(error);
        return workbench;
    }

    /// <summary>Goes to another page by its link, or by the menu of those that the header has no room for.</summary>
    public async Task GoToAsync(string page)
    {
        var address = $"a[href*='page={page}']";
        var inRow = Header.Locator($".page-nav__row > span:not([inert]) {address}");
        if (await inRow.CountAsync() == 0)
        {
            await Header.Locator(".page-nav__more").ClickAsync();
            await Page.Locator($".ant-dropdown {address}").ClickAsync();
            return;
        }

        await inRow.ClickAsync();
    }

    /// <summary>Signs in behind the page's back; journeys about sign-in open the link itself.</summary>
    public async Task SignInAsync()
    {
        var answer = await _context.APIRequest.GetAsync(_register.NewSignInLink());
        Assert.True(answer.Ok, $"Sign-in answered {answer.Status}.");
    }

    /// <summary>Opens the workbench at a view, such as <c>?status=idle</c>, and waits until it is live.</summary>
    public async Task OpenAsync(string view = "")
    {
        await Page.GotoAsync(new Uri(_register.Address, view).AbsoluteUri);
        await ExpectLiveAsync();
    }

    public Task ExpectLiveAsync() => Expect(Header.Locator(".connection--live")).ToBeVisibleAsync(new() { Timeout = 20_000 });

    public ILocator StatusChoice(string status) => ChoiceOf(Filters.GetByRole(AriaRole.Checkbox), status);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Rows of the table in which all these words stand.</summary>
    public ILocator Rows(params string[] words)
    {
        var rows = Table.Locator(".parcel-table__row");
        return words.Aggregate(rows, (found, word) => found.Filter(new() { HasText = word }));
    }

    /// <summary>The number at the right of a choice of the filter panel.</summary>
    public async Task<int> CountOfAsync(ILocator choice) =>
        int.Parse(await choice.Locator(".choice__count").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>The colour that the filter panel shows for a status; the map is to show the same.</summary>
    public async Task<Colour> ColourOfAsync(string status)
    {
        var css = await StatusChoice(status).Locator(".status-swatch").First.EvaluateAsync<string>("swatch => getComputedStyle(swatch).backgroundColor");
        var parts = Numbers().Matches(css).Select(match => byte.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
        return new(parts[0], parts[1], parts[2]);
    }

    public async Task OpenCardTabAsync(string name) => await Card.GetByRole(AriaRole.Tab, new() { Name = name }).ClickAsync();

    /// <summary>Entries of the card's open page in which these words stand: facts, items of a checklist, changes.</summary>
    public ILocator Entries(string words) => Card.Locator(".fact, .checklist__item, .timeline > li").Filter(new() { HasText = words, Visible = true });

    /// <summary>Types a day into a field of the dialog that is open.</summary>
    public Task EnterDayAsync(string field, string date) => EnterDateAsync(Dialog.GetByLabel(field, new() { Exact = true }), date);

    public async Task FillDialogAsync(string status, string reason, string? date = null)
    {
        var choice = ChoiceOf(Dialog.Locator(".move-choice__item"), status);
        await choice.ClickAsync();
        await Expect(choice.GetByRole(AriaRole.Radio)).ToBeCheckedAsync();
        await EnterReasonAsync(reason, date);
    }

    /// <summary>Fills the dialog that is open and sends it.</summary>
    public async Task MarkInDialogAsync(string status, string reason, string? date = null)
    {
        await FillDialogAsync(status, reason, date);
        await SendDialogAsync();
    }

    /// <summary>Opens the dialog that marks the parcel of the card.</summary>
    public Task StartMarkAsync() => Card.Locator(".parcel-card__actions button").First.ClickAsync();

    /// <summary>Opens the dialog that puts the parcel of the card on hold or releases it.</summary>
    public Task StartHoldAsync() => Card.Locator(".parcel-card__actions button").Nth(1).ClickAsync();

    public Task SendDialogAsync() => Dialog.Locator("button[type=submit]").ClickAsync();

    public async Task EnterReasonAsync(string reason, string? date = null)
    {
        await Dialog.Locator("textarea").FillAsync(reason);
        if (date is not null)
        {
            await EnterDateAsync(Dialog.Locator(".ant-picker input"), date);
        }
    }

    /// <summary>Types a date as a person in a hurry does: without a look at the calendar, with a key that leaves the field.</summary>
    public async Task TypeDateAsync(string date, string key)
    {
        var input = Dialog.Locator(".ant-picker input");
        await input.ClickAsync();
        await input.FillAsync(date);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Types a date and takes it from the calendar that follows the typing; each step waits for the one before to be on the screen.</summary>
    private async Task EnterDateAsync(ILocator input, string date)
    {
        var calendar = Page.Locator(".ant-picker-dropdown:not(.ant-picker-dropdown-hidden)");
        await input.ClickAsync();
        await Expect(calendar).ToBeVisibleAsync();
        await input.FillAsync(date);
        await calendar.Locator($".ant-picker-cell-selected[title='{date}']").ClickAsync();
        await Expect(calendar).ToHaveCountAsync(0);
        await Expect(input).ToHaveValueAsync(DateOnly.Parse(date, CultureInfo.InvariantCulture).ToString("d MMM yyyy", CultureInfo.InvariantCulture));
    }

    /// <summary>Everything that can be read on the page: texts, names of buttons, placeholders and hints; not the icons' own names.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync() => await Page.EvaluateAsync<string[]>(
        """
        () => {
          const lines = document.body.innerText.split("\n");
          for (const name of ["aria-label", "title", "placeholder"])
            for (const node of document.querySelectorAll(`[${name}]:not(.anticon)`)) lines.push(node.getAttribute(name));
          return [...new Set([document.title, ...lines].map((line) => line.trim()).filter((line) => line !== ""))];
        }
        """);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Hear(IConsoleMessage line)
    {
        if (line.Type == "error")
        {
            _complaints.Enqueue($"{line.Text} ({line.Location})");
        }
    }

    /// <summary>Those among choices that are about a status; others may speak of it in their rules.</summary>
    public ILocator ChoiceOf(ILocator choices, string words) =>
        choices.Filter(new() { Has = Page.GetByText(words, new() { Exact = true }) });

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Numbers();
}
