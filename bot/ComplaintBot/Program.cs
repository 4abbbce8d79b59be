if (args is ["cards", .. var cardArguments])
    return ComplaintBot.Cards.Gallery.CardGallery.Run(cardArguments, Console.Out);

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
await app.RunAsync();
return 0;
