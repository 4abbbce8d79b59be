using System.Collections;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace DirectLine.Wire;

/// <summary>Which fields are written and how times are read, on top of the names that the Bot Framework's types carry.</summary>
internal sealed class WireContracts : DefaultContractResolver
{
    // Results of message extensions and expected replies are sent even when empty; activities and their parts are not (A2004).
    private static readonly HashSet<Type> TypesWithoutEmptyFields =
    [
        typeof(Activity),
        typeof(ChannelAccount),
        typeof(TeamsChannelAccount),
        typeof(ConversationAccount),
        typeof(ConversationReference),
        typeof(Attachment),
        typeof(CardAction),
        typeof(SuggestedActions),
        typeof(Entity),
        typeof(Mention),
    ];

    public WireContracts() =>
        NamingStrategy = new CamelCaseNamingStrategy { ProcessDictionaryKeys = false, OverrideSpecifiedNames = false };

    protected override JsonProperty CreateProperty(System.Reflection.MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (property.DeclaringType == typeof(Activity))
            property.Converter = property.UnderlyingName switch
            {
                nameof(Activity.Timestamp) => new UtcTimeConverter(),
                nameof(Activity.LocalTimestamp) or nameof(Activity.Expiration) => new LenientTimeConverter(),
                _ => property.Converter,
            };
        // The SDK's own converter takes foreign content apart level by level and makes streams of what says that it is one.
        if (property.DeclaringType == typeof(Attachment) && property.UnderlyingName == nameof(Attachment.Content))
            property.Converter = null;
        return property;
    }

    protected override IList<JsonProperty> CreateProperties(Type type, MemberSerialization memberSerialization)
    {
        var properties = base.CreateProperties(type, memberSerialization);
        if (!TypesWithoutEmptyFields.Contains(type))
            return properties;
        foreach (var property in properties)
        {
            var values = property.ValueProvider!;
            if (property.PropertyType == typeof(string))
                property.ShouldSerialize = owner => values.GetValue(owner) is string { Length: > 0 };
            else if (typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = owner => values.GetValue(owner) is IEnumerable list && list.GetEnumerator().MoveNext();
        }
        return properties;
    }
}
