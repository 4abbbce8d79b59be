using Understanding.Categories;
using Understanding.Learning;

namespace Understanding.Messages;

/// <summary>Reads what customers write: a first message for itself, a later one for the question that waits.</summary>
internal sealed class CustomerReader(LearnedCategories learned, LearnedMeanings meanings)
{
    private readonly FirstMessages _first = new(learned, meanings);

    /// <summary>What the text means in its context.</summary>
    public Meaning Of(string text, Context context)
    {
        var (found, sentence) = CustomerExample.Read(text, context.Now, context.Language);
        var first = _first.Of(found, sentence, context.Asked is null ? context : context with { Meant = null });
        return context.Asked is null ? first : LaterTurns.Of(found, sentence, first, context);
    }
}
