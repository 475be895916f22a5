using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Platform.Problems;

/// <summary>A kind of problem the program itself answers with; rules answer with a <see cref="Refusal"/>. All stand in docs/problems.md.</summary>
/// <param name="Code">Last part of <c>urn:landregistry:problem:</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">Fixed title.</param>
public sealed record ProblemKind(string Code, int Status, Text Title)
{
    public static readonly ProblemKind Malformed = new("malformed-request", 400, new("请求格式有误", "The request is malformed"));
    public static readonly ProblemKind SignInNeeded = new("sign-in-needed", 401, new("需要登录", "Sign-in is needed"));
    public static readonly ProblemKind ForeignOrigin = new("foreign-origin", 403, new("拒绝跨站请求", "A request from another site is refused"));
    public static readonly ProblemKind NotAllowed = new("not-allowed", 403, new("没有此项权限", "This is not among your rights"));
    public static readonly ProblemKind NotFound = new("not-found", 404, new("未找到", "Not found"));
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, new("不支持该方法", "The method is not allowed here"));
    public static readonly ProblemKind Stale = new("stale-version", 412, new("记录已被他人更新", "The row has changed since it was read"));
    public static readonly ProblemKind TooLarge = new("body-too-large", 413, new("请求内容过大", "The body is too large"));
    public static readonly ProblemKind NotJson = new("not-json", 415, new("请求内容不是 JSON", "The body is not JSON"));
    public static readonly ProblemKind ScanTypeUnknown = new("scan-type-unknown", 415, new("扫描件类型不支持", "This is no scan of a kind that is kept"));
    public static readonly ProblemKind LayerFileUnknown = new("layer-file-unknown", 415, new("图层文件类型不支持", "This is no file of a kind that layers are made of"));
    public static readonly ProblemKind LayerFileRefused = new("layer-file-refused", 422, new("图层文件无法使用", "No layer can be made of the file"));
    public static readonly ProblemKind ZoneFileRefused = new("zone-file-refused", 422, new("区域范围文件无法使用", "No extent can be made of the file"));
    public static readonly ProblemKind FieldFileRefused = new("field-file-refused", 422, new("外业数据包无法读取", "The field package cannot be read"));
    public static readonly ProblemKind VersionNeeded = new("version-needed", 428, new("缺少 If-Match", "If-Match is needed"));
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, new("请求过于频繁", "Too many requests"));
    public static readonly ProblemKind Internal = new("internal-error", 500, new("程序内部错误", "The program failed"));
    public static readonly ProblemKind PrinterMissing = new("printer-missing", 503, new("无法生成 PDF", "No PDF can be printed"));
    public static readonly ProblemKind TookTooLong = new("took-too-long", 503, new("处理超时", "It took too long"));
    public static readonly ProblemKind DatabaseUnreachable = new("database-unreachable", 503, new("数据库暂时不可用", "The database cannot be reached"));

    /// <summary>All kinds, for the documentation test.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        Malformed, SignInNeeded, ForeignOrigin, NotAllowed, NotFound, MethodNotAllowed, Stale, TooLarge, NotJson, ScanTypeUnknown, LayerFileUnknown, LayerFileRefused, ZoneFileRefused, FieldFileRefused, VersionNeeded, TooManyRequests, Internal, PrinterMissing, DatabaseUnreachable, TookTooLong,
    ];
}
