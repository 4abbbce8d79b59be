// What the parameter files may say. A name or value that the bot does not know does not compile.

@export()
@description('How the bot proves who it is: UserAssignedMSI = the identity that is made here; SingleTenant = an app registration.')
type botRegistration = {
  type: 'UserAssignedMSI' | 'SingleTenant'
  appId: string
  tenantId: string
}

@export()
@description('Size of the database server.')
type serverSize = {
  sku: string
  tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'
  gigabytes: 32 | 64 | 128 | 256 | 512 | 1024
  @minValue(7)
  @maxValue(35)
  backupDays: int
  backupElsewhere: bool
  standby: bool
}

@export()
@description('A model of Azure OpenAI with structured outputs; its deployment gets its name.')
type modelDeployment = {
  name: string
  version: string
  sku: 'Standard' | 'GlobalStandard' | 'DataZoneStandard'
  @minValue(1)
  thousandTokensPerMinute: int
}

@export()
@description('A setting whose value is a secret. The connection string, one too, is made here.')
type secretSetting = 'MicrosoftAppPassword' | 'DirectLine__Secret' | 'AzureOpenAI__ApiKey'

@export()
@secure()
@description('Values of such settings.')
type secretSettings = {
  MicrosoftAppPassword: string?
  DirectLine__Secret: string?
  AzureOpenAI__ApiKey: string?
}

@export()
@description('A host name of your own, and the certificate of the environment that proves it (resource id).')
type ownHost = {
  name: string
  certificateId: string
}
