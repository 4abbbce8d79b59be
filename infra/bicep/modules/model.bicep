// Azure OpenAI before the local understanding. Without it every message is understood locally.
import { modelDeployment } from '../types.bicep'

@description('Region; not every region has every model.')
param location string

@description('Name of the resource, unique in the world.')
param name string

@description('Which model, how much of it.')
param model modelDeployment

@description('Name of the identity that asks.')
param askerName string

@description('Its object id.')
param askerId string

// Cognitive Services OpenAI User: asks, changes nothing.
var askerRole = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'
)

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: name
    // Only identities ask; there is no key to lose.
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }

  resource deployment 'deployments' = {
    name: model.name
    sku: { name: model.sku, capacity: model.thousandTokensPerMinute }
    properties: {
      model: { format: 'OpenAI', name: model.name, version: model.version }
      versionUpgradeOption: 'OnceCurrentVersionExpired'
    }
  }
}

resource asks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, askerName, askerRole)
  properties: { principalId: askerId, principalType: 'ServicePrincipal', roleDefinitionId: askerRole }
}

@description('Address of the resource; the bot adds the path.')
output endpoint string = account.properties.endpoint

@description('Name of the deployment.')
output deployment string = account::deployment.name
