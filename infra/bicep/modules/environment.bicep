// Where the processes run: inside the network, logs to the workspace, the share of settings at hand.

@description('Region.')
param location string

@description('Its name.')
param name string

@description('Subnet of the processes.')
param subnetId string

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Storage account with the share.')
param storageName string

@description('Name of the share.')
param shareName string

@description('Spread over the zones of the region.')
param zoneRedundant bool

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: name
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: zoneRedundant
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }

  resource settings 'storages' = {
    name: 'settings'
    properties: {
      azureFile: {
        accountName: storage.name
        accountKey: storage.listKeys().keys[0].value
        shareName: shareName
        // The bot reads its organisation file; people write it.
        accessMode: 'ReadOnly'
      }
    }
  }
}

@description('Resource id.')
output id string = environment.id

@description('Domain below which its programs are reached.')
output domain string = environment.properties.defaultDomain

@description('Name of the storage to mount.')
output settingsStorage string = environment::settings.name
