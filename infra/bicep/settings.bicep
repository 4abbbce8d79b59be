// Settings of the bot that a parameter file may set, as the environment variables they are (docs/settings.md says what they mean).
// A name that is not here does not compile. Secrets stand in types.bicep; the rest is set by main.bicep.

@export()
@description('Settings that have a default.')
@sealed()
type furtherSettings = {
  Auth__AllowEmulator: string?
  Auth__Mode: string?
  Model__Kind: string?
  AzureOpenAI__Ask: string?
  AzureOpenAI__CallsPerMinute: string?
  AzureOpenAI__ReasoningEffort: string?
  AzureOpenAI__Scope: string?
  AzureOpenAI__Timeout: string?
  AzureOpenAI__TokensPerDay: string?
  ChannelService: string?
  Connector__Timeout: string?
  Connector__TrustedHosts: string?
  Customers__LevelsFile: string?
  DirectLine__AllowedEvents__0: string?
  DirectLine__AllowedOrigins__0: string?
  DirectLine__BotId: string?
  DirectLine__BotName: string?
  DirectLine__KeepAlive: string?
  DirectLine__Limits__PerAddress__Burst: string?
  DirectLine__Limits__PerAddress__Every: string?
  DirectLine__Limits__PerConversation__Burst: string?
  DirectLine__Limits__PerConversation__Every: string?
  DirectLine__Limits__PerUser__Burst: string?
  DirectLine__Limits__PerUser__Every: string?
  DirectLine__Limits__ReadsPerConversation__Burst: string?
  DirectLine__Limits__ReadsPerConversation__Every: string?
  DirectLine__Limits__UploadMegabytesPerUser__Burst: string?
  DirectLine__Limits__UploadMegabytesPerUser__Every: string?
  DirectLine__LinkLifetime: string?
  DirectLine__MaxActivityBytes: string?
  DirectLine__MaxFileBytes: string?
  DirectLine__MaxFiles: string?
  DirectLine__MaxParallelUploads: string?
  DirectLine__MaxStreamsPerConversation: string?
  DirectLine__MaxUploadBytes: string?
  DirectLine__PollInterval: string?
  DirectLine__Site: string?
  DirectLine__SlowReaderLimit: string?
  DirectLine__TicketLifetime: string?
  DirectLine__TokenLifetime: string?
  FollowUp__Enabled: string?
  Graph__Enabled: string?
  Graph__Endpoint: string?
  Graph__PeopleEvery: string?
  Graph__PresenceEvery: string?
  Graph__TeamsApp: string?
  Messages__MaxBytes: string?
  MicrosoftAppCertificatePath: string?
  OTEL_EXPORTER_OTLP_ENDPOINT: string?
  Page__AccentColor: string?
  Page__Email: string?
  Page__EmbedOrigins: string?
  Page__Logo: string?
  Page__Name: string?
  Page__Phone: string?
  PersonalData__KeepFor: string?
  Reports__At: string?
  Reports__Enabled: string?
  Storage__Folder: string?
  ToBotFromChannelOpenIdMetadataUrl: string?
  ToBotFromChannelTokenIssuer: string?
  ToBotFromEmulatorOpenIdMetadataUrl: string?
  ToChannelFromBotLoginUrl: string?
  ToChannelFromBotOAuthScope: string?
}
