namespace LandRegistry.Server.Store;

/// <summary>How long the database lets a statement of a request run, and wait for a row that another holds.</summary>
/// <param name="Statement">Longest run of one statement.</param>
/// <param name="Lock">Longest wait for a lock.</param>
public sealed record StatementTimeouts(TimeSpan Statement, TimeSpan Lock)
{
    /// <summary>A session that began a transaction and fell silent is ended after this long: its server is gone, its locks are not to stay.</summary>
    private static readonly TimeSpan IdleInTransaction = TimeSpan.FromMinutes(2);

    /// <summary>As options of a session.</summary>
    internal string Options => FormattableString.Invariant(
        $"-c statement_timeout={Statement.TotalMilliseconds:0} -c lock_timeout={Lock.TotalMilliseconds:0} -c idle_in_transaction_session_timeout={IdleInTransaction.TotalMilliseconds:0}");
}
