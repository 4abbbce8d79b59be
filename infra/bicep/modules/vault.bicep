// The secrets, and who may read them. The processes read them through their identity; nobody has to copy one.

import { secretSetting, secretSettings } from '../types.bicep'

@description('Region.')
param location string

@description('Name of the vault, unique in the world, at most 24 characters.')
@maxLength(24)
param name string

@description('Name of the identity that reads.')
param readerName string

@description('Its object id.')
param readerId string

@description('Settings that stand here. A setting is the secret of its name in lower case with - for __.')
param vaulted secretSetting[]

@description('Their values; one that is not given stays as it is.')
param secrets secretSettings

@description('Value of ConnectionStrings__ComplaintBot.')
@secure()
param connection string

// Key Vault Secrets User: reads values, lists nothing, writes nothing.
var readerRole = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    // Container Apps fetches secrets from outside the network; who may read is decided by role.
    publicNetworkAccess: 'Enabled'
  }

  resource database 'secrets' = {
    name: 'connectionstrings-complaintbot'
    properties: { value: connection }
  }

  resource secret 'secrets' = [
    for setting in vaulted: if (!empty(secrets[?setting] ?? '')) {
      name: toLower(replace(setting, '__', '-'))
      properties: { value: secrets[?setting] ?? '' }
    }
  ]
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, readerName, readerRole)
  properties: { principalId: readerId, principalType: 'ServicePrincipal', roleDefinitionId: readerRole }
}

@description('Address of the vault, with / at the end.')
output address string = vault.properties.vaultUri
