using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.FieldWork;
using NetTopologySuite.IO;

namespace LandRegistry.Domain.Tests.FieldWork;

public sealed class ThreeWayTests
{
    [Theory]
    [InlineData("a", "a", "a", FieldOutcome.Unchanged)]
    [InlineData("a", "b", "a", FieldOutcome.Field)]
    [InlineData("a", "a", "b", FieldOutcome.Office)]
    [InlineData("a", "b", "b", FieldOutcome.Same)]
    [InlineData("a", "b", "c", FieldOutcome.Conflict)]
    [InlineData(null, "b", null, FieldOutcome.Field)]
    [InlineData("a", null, "b", FieldOutcome.Conflict)]
    public void A_value_is_compared_with_what_was_handed_out(string? atBase, string? field, string? office, FieldOutcome outcome) =>
        Assert.Equal(outcome, ThreeWay.Compare(atBase, field, office));

    /// <summary>What is taken of two files, one after the other, where neither meets a conflict.</summary>
    [Fact]
    public void Two_files_without_a_conflict_give_the_same_in_either_order()
    {
        var values = Gen.Choose(0, 2).ArrayOf(3).ToArbitrary();
        Prop.ForAll(values, values, values, (atBase, one, two) =>
        {
            var (first, second) = (Taken(Taken(atBase, atBase, one), atBase, two), Taken(Taken(atBase, atBase, two), atBase, one));
            return (first is null && second is null) || (first is not null && second is not null && first.SequenceEqual(second));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_same_file_twice_takes_nothing_more()
    {
        var values = Gen.Choose(0, 2).ArrayOf(3).ToArbitrary();
        Prop.ForAll(values, values, (atBase, field) =>
        {
            var once = Taken(atBase, atBase, field)!;
            return once.Zip(atBase.Zip(field)).All(value => ThreeWay.Compare(value.Second.First, value.Second.Second, value.First) is FieldOutcome.Unchanged or FieldOutcome.Same);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_boundary_that_begins_at_another_corner_is_the_same_one()
    {
        var reader = new WKTReader();
        var shape = reader.Read("MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)))");
        var turned = reader.Read("MULTIPOLYGON(((1 1,1 0,0 0,0 1,1 1)))");
        var moved = reader.Read("MULTIPOLYGON(((0 0,1 0,1 1.000001,0 1,0 0)))");

        Assert.Equal(FieldOutcome.Unchanged, ThreeWay.Compare(shape, turned, shape, ShapeEquality.Instance));
        Assert.Equal(FieldOutcome.Field, ThreeWay.Compare(shape, moved, turned, ShapeEquality.Instance));
    }

    /// <summary>The register after a file; null where a conflict would stop it.</summary>
    private static int[]? Taken(int[]? office, int[] atBase, int[] field)
    {
        if (office is null)
        {
            return null;
        }

        var outcomes = office.Select((now, i) => ThreeWay.Compare(atBase[i], field[i], now)).ToList();
        return outcomes.Contains(FieldOutcome.Conflict) ? null : [.. office.Select((now, i) => outcomes[i] == FieldOutcome.Field ? field[i] : now)];
    }
}
