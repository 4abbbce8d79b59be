// A small installation to try things in: one identity, no password of a bot, the cheapest database, no model.
using 'main.bicep'

param name = 'complaints-test'
param displayName = 'Complaints (test)'
param image = readEnvironmentVariable('COMPLAINTBOT_IMAGE')
param botSku = 'F0'
param replicas = { least: 2, most: 2 }
param databaseSize = {
  sku: 'Standard_B2s'
  tier: 'Burstable'
  gigabytes: 32
  backupDays: 7
  backupElsewhere: false
  standby: false
  connections: 400
}
param databasePassword = readEnvironmentVariable('COMPLAINTBOT_DATABASE_PASSWORD')
param zoneRedundant = false
param keepLogsDays = 30
param alertEmails = ['bot-test@example.com']
