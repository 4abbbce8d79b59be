using System.Data;
using System.Globalization;
using Dapper;

namespace ComplaintBot.Storage;

/// <summary>How an instant stands in the database: 100-nanosecond steps since 1970-01-01 UTC, as BIGINT. Both engines sort and compare it
/// alike, and a round trip loses nothing.</summary>
public static class SqlInstant
{
    /// <summary>The stored number.</summary>
    public static long ToSql(DateTimeOffset instant) => instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;

    /// <summary>The instant, in UTC.</summary>
    public static DateTimeOffset FromSql(long stored) => new(stored + DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.Zero);
}

/// <summary>Teaches Dapper the values that the two engines would otherwise store differently.</summary>
internal static class SqlValues
{
    private static readonly Lazy<bool> Registered = new(() =>
    {
        // Dapper prefers its built-in map for parameters, which each driver would then store its own way.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new DayHandler());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        return true;
    });

    public static void Register() => _ = Registered.Value;

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = SqlInstant.ToSql(value);
        }

        public override DateTimeOffset Parse(object value) => SqlInstant.FromSql(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        public override DateOnly Parse(object value) => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
