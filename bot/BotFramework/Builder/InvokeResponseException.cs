using System.Net;
using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>Ends an invoke with a status and, if given, a body.</summary>
public sealed class InvokeResponseException : Exception
{
    private readonly HttpStatusCode _status;
    private readonly object? _body;

    /// <summary>501.</summary>
    public InvokeResponseException()
        : this(HttpStatusCode.NotImplemented) { }

    /// <summary>500 with a message for logs.</summary>
    public InvokeResponseException(string message)
        : base(message) => _status = HttpStatusCode.InternalServerError;

    /// <summary>500 with a message for logs and the cause.</summary>
    public InvokeResponseException(string message, Exception innerException)
        : base(message, innerException) => _status = HttpStatusCode.InternalServerError;

    /// <summary>A status and a body.</summary>
    public InvokeResponseException(HttpStatusCode statusCode, object? body = null)
        : base($"The invoke is answered with {(int)statusCode}.")
    {
        _status = statusCode;
        _body = body;
    }

    /// <summary>The answer.</summary>
    public InvokeResponse CreateInvokeResponse() => InvokeResponse.Create((int)_status, _body);
}
