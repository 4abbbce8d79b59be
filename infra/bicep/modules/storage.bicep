// Files: the share with the organisation file and the like, which people edit, and the container for evidence.

@description('Region.')
param location string

@description('Name of the account, unique in the world: 3 to 24 small letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Subnet of the processes, which may reach it.')
param subnetId string

@description('Addresses (such as 203.0.113.7) of people who put files there.')
param adminAddresses string[]

@description('Name of the identity that writes evidence.')
param writerName string

@description('Its object id.')
param writerId string

@description('Kept in three zones of the region.')
param zoneRedundant bool

// Storage Blob Data Contributor.
var writerRole = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
)

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    // Container Apps mounts the share with the account's key.
    allowSharedKeyAccess: true
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'AzureServices'
      virtualNetworkRules: [{ id: subnetId, action: 'Allow' }]
      ipRules: [for address in adminAddresses: { value: address, action: 'Allow' }]
    }
  }

  resource files 'fileServices' = {
    name: 'default'
    properties: { shareDeleteRetentionPolicy: { enabled: true, days: 14 } }

    resource settings 'shares' = {
      name: 'settings'
      properties: { shareQuota: 1 }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 30 }
      containerDeleteRetentionPolicy: { enabled: true, days: 30 }
    }

    resource evidence 'containers' = {
      name: 'evidence'
      properties: { publicAccess: 'None' }
    }
  }
}

resource writes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, writerName, writerRole)
  properties: { principalId: writerId, principalType: 'ServicePrincipal', roleDefinitionId: writerRole }
}

@description('Name of the share with the files of settings.')
output share string = account::files::settings.name

@description('Name of the container for evidence.')
output container string = account::blobs::evidence.name
