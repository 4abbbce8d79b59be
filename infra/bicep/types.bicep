// What the parameter files may say. A name or value that the bot does not know does not compile.

@export()
@description('How the bot proves who it is: UserAssignedMSI = the identity that is made here; SingleTenant = an app registration.')
@sealed()
type botRegistration = {
  type: 'UserAssignedMSI' | 'SingleTenant'
  appId: string
  tenantId: string
}

@export()
@description('Size of the database server.')
@sealed()
type serverSize = {
  sku: string
  tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'
  gigabytes: 32 | 64 | 128 | 256 | 512 | 1024
  @minValue(7)
  @maxValue(35)
  backupDays: int
  backupElsewhere: bool
  standby: bool

  // Connections that the server lets programs have; the processes share them.
  @minValue(20)
  connections: int
}

@export()
@description('A model of Azure OpenAI with structured outputs; its deployment gets its name.')
@sealed()
type modelDeployment = {
  name: string
  version: string
  sku: 'Standard' | 'GlobalStandard' | 'DataZoneStandard'
  @minValue(1)
  thousandTokensPerMinute: int
}

@export()
@description('A setting whose value is a secret. The connection string, one too, is made here.')
type secretSetting = 'MicrosoftAppPassword' | 'DirectLine__Secret' | 'AzureOpenAI__ApiKey' | 'Storage__BlobConnection'

@export()
@secure()
@description('Values of such settings.')
@sealed()
type secretSettings = {
  MicrosoftAppPassword: string?
  DirectLine__Secret: string?
  AzureOpenAI__ApiKey: string?
  Storage__BlobConnection: string?
}

@export()
@description('A host name of your own, and the certificate of the environment that proves it (resource id).')
@sealed()
type ownHost = {
  name: string
  certificateId: string
}
