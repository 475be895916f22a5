using LandRegistry.Domain.Changes;

namespace LandRegistry.Domain.Tests.Changes;

public sealed class UndoRulesTests
{
    private static readonly ChangeFacts Small = new(7, "MarkStatus", 1, BroughtLasting: false, UndoneBy: null, Later: []);

    [Fact]
    public void A_small_change_that_nothing_was_built_on_may_be_undone() => Assert.Null(UndoRules.Judge(Small));

    [Theory]
    [InlineData("LoadDemoZone", UndoRules.MostOfOther, true), InlineData("LoadDemoZone", UndoRules.MostOfOther + 1, false)]
    [InlineData("ImportRegister", UndoRules.MostOfImport, true), InlineData("ImportRegister", UndoRules.MostOfImport + 1, false)]
    [InlineData("MarkParcels", UndoRules.MostOfMarks, true), InlineData("MarkParcels", UndoRules.MostOfMarks + 1, false)]
    public void A_bulk_load_may_not_be_undone_but_an_import_may(string command, long versions, bool may) =>
        Assert.Equal(may ? null : "change-not-undoable", UndoRules.Judge(Small with { Command = command, Versions = versions })?.Code);

    [Fact]
    public void What_is_undone_is_not_undone_again_even_where_more_stands_against_it() =>
        Assert.Equal("change-already-undone", UndoRules.Judge(Small with { UndoneBy = 9, Versions = 0, Later = [Later(8)] })?.Code);

    [Fact]
    public void Five_later_changes_are_named_and_more_are_hinted_at()
    {
        var refusal = UndoRules.Judge(Small with { Later = [.. Enumerable.Range(11, 6).Select(id => Later(id))] })!;

        Assert.Equal("change-built-on", refusal.Code);
        Assert.Contains("15 (MarkStatus, 李工, 2026-06-01) and others", refusal.Detail.En, StringComparison.Ordinal);
        Assert.DoesNotContain("16", refusal.Detail.En, StringComparison.Ordinal);
    }

    private static LaterChange Later(long id) => new(id, "李工", "MarkStatus", new(2026, 6, 1));
}
