using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplaintBot.Cards.Gallery;

/// <summary>How the gallery writes JSON for people.</summary>
internal static class GalleryJson
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
