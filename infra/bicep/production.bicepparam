// An installation for an organisation: spread over zones, a standby database, a model before the local understanding.
// Replace what says example; take out the model if messages must not leave for one.
using 'main.bicep'

param name = 'complaints'
param displayName = 'Complaints'
param image = readEnvironmentVariable('COMPLAINTBOT_IMAGE')
param registry = 'exampleregistry'
param organisationFile = 'organisation.json'
param registration = {
  type: 'SingleTenant'
  appId: '00000000-0000-0000-0000-000000000000'
  tenantId: '00000000-0000-0000-0000-000000000000'
}
param botSku = 'S1'
param replicas = { least: 2, most: 6 }
param databaseSize = {
  sku: 'Standard_D2ds_v5'
  tier: 'GeneralPurpose'
  gigabytes: 128
  backupDays: 35
  backupElsewhere: true
  standby: true
  connections: 800
}
param databasePassword = readEnvironmentVariable('COMPLAINTBOT_DATABASE_PASSWORD')
param vaulted = ['MicrosoftAppPassword']
param secrets = {
  // Empty: what is in the vault stays.
  MicrosoftAppPassword: readEnvironmentVariable('COMPLAINTBOT_APP_PASSWORD', '')
}
param model = {
  name: 'gpt-4.1-mini'
  version: '2025-04-14'
  sku: 'DataZoneStandard'
  thousandTokensPerMinute: 60
}
param settings = {
  PersonalData__KeepFor: 'P3Y'
  Page__Phone: '+1 555 0100'
}
param zoneRedundant = true
param keepLogsDays = 90
param alertEmails = ['operations@example.com']
