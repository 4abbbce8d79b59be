using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ComplaintBot.Storage.Files;

/// <summary>A container of Azure Blob Storage. Contents go in pieces, with a checksum for each that the service compares.</summary>
public sealed class BlobPlace(BlobContainerClient container) : IFilePlace
{
    /// <inheritdoc/>
    public string Kind => "blob";

    /// <inheritdoc/>
    public Task WriteAsync(string name, Stream content, string contentType, CancellationToken cancellationToken) =>
        container
            .GetBlobClient(name)
            .UploadAsync(
                content,
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = contentType },
                    TransferValidation = new() { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
                    TransferOptions = new() { InitialTransferSize = 4 << 20, MaximumTransferSize = 4 << 20 },
                },
                cancellationToken
            );

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await container.GetBlobClient(name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            throw new FileNotFoundException("There is no such blob.", name, e);
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var name = "check-" + Guid.NewGuid().ToString("N");
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("check"), cancellationToken);
        await container.DeleteBlobAsync(name, cancellationToken: cancellationToken);
    }
}
