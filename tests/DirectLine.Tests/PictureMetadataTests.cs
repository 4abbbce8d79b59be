using System.Buffers.Binary;
using DirectLine.Uploads;

namespace DirectLine.Tests;

/// <summary>What is hidden in pictures goes, what is drawn stays.</summary>
public sealed class PictureMetadataTests
{
    private static readonly byte[] Start = [0xFF, 0xD8];
    private static readonly byte[] Drawn = [0xFF, 0xDA, 9, 9, 0xFF, 0xE1, 9, 0xFF, 0xD9];
    private static readonly byte[] PngStart = [0x89, .. "PNG\r\n\x1a\n"u8];

    [Fact]
    public void Out_of_a_photo_go_place_names_and_comments_and_its_colours_stay()
    {
        byte[] photo =
        [
            .. Start,
            .. Segment(0xE0, "JFIF"u8),
            .. Segment(0xE1, "Exif\0\0GPS"u8),
            .. Segment(0xE2, "ICC_PROFILE"u8),
            .. Segment(0xED, "Photoshop"u8),
            .. Segment(0xFE, "taken by Li Lei"u8),
            .. Segment(0xDB, [1, 2, 3]),
            .. Drawn,
        ];
        byte[] expected = [.. Start, .. Segment(0xE0, "JFIF"u8), .. Segment(0xE2, "ICC_PROFILE"u8), .. Segment(0xDB, [1, 2, 3]), .. Drawn];

        Assert.Equal(expected, PictureMetadata.Without("image/jpeg", photo));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_a_photo_held_upright_the_turn_stays_and_nothing_else(bool isBig)
    {
        byte[] tiff = isBig
            ?
            [
                .. "MM\0*"u8,
                0,
                0,
                0,
                8,
                0,
                2,
                0x01,
                0x0F,
                0,
                2,
                0,
                0,
                0,
                3,
                .. "me\0\0"u8,
                0x01,
                0x12,
                0,
                3,
                0,
                0,
                0,
                1,
                0,
                6,
                0,
                0,
                0,
                0,
                0,
                0,
            ]
            : [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        byte[] photo = [.. Start, .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff, .. "GPS 31.2N"u8]), .. Drawn];

        var left = PictureMetadata.Without("image/jpeg", photo);

        byte[] kept = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        Assert.Equal([.. Start, .. Segment(0xE1, [.. "Exif\0\0"u8, .. kept]), .. Drawn], left);
        // Taken out once more it stays as it is.
        Assert.Equal(left, PictureMetadata.Without("image/jpeg", left));
    }

    [Fact]
    public void Out_of_a_png_go_its_texts_and_times()
    {
        byte[] picture =
        [
            .. PngStart,
            .. Chunk("IHDR"),
            .. Chunk("eXIf"),
            .. Chunk("tEXt"),
            .. Chunk("tIME"),
            .. Chunk("IDAT"),
            .. Chunk("IEND"),
        ];
        byte[] expected = [.. PngStart, .. Chunk("IHDR"), .. Chunk("IDAT"), .. Chunk("IEND")];

        Assert.Equal(expected, PictureMetadata.Without("image/png", picture));
    }

    [Fact]
    public void Out_of_a_webp_go_exif_and_xmp_and_its_length_is_right()
    {
        var picture = Webp([.. Part("VP8 "), .. Part("EXIF"), .. Part("XMP ")]);

        Assert.Equal(Webp([.. Part("VP8 ")]), PictureMetadata.Without("image/webp", picture));
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    [InlineData("application/pdf")]
    public void What_is_built_in_another_way_comes_back_as_it_is(string type)
    {
        byte[] odd = [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2, 3, 4, 5, 6, 7, 0x7F, 0xFF, 0xFF, 0xFF];
        Assert.Equal(odd, PictureMetadata.Without(type, odd));
        Assert.Equal([1], PictureMetadata.Without(type, [1]));
    }

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> data) => [0xFF, marker, 0, (byte)(data.Length + 2), .. data];

    private static byte[] Chunk(string name) => [0, 0, 0, 2, .. System.Text.Encoding.ASCII.GetBytes(name), 7, 7, 1, 2, 3, 4];

    // Of odd length, so that one byte fills it up.
    private static byte[] Part(string name) => [.. System.Text.Encoding.ASCII.GetBytes(name), 3, 0, 0, 0, 7, 7, 7, 0];

    private static byte[] Webp(ReadOnlySpan<byte> parts)
    {
        byte[] picture = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. parts];
        BinaryPrimitives.WriteInt32LittleEndian(picture.AsSpan(4), picture.Length - 8);
        return picture;
    }
}
