// Lets the bot's identity fetch its image from a container registry of this resource group.

@description('Name of the registry.')
param name string

@description('Name of the identity that fetches.')
param readerName string

@description('Its object id.')
param readerId string

// AcrPull.
var readerRole = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d'
)

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: name
}

resource fetches 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, readerName, readerRole)
  properties: { principalId: readerId, principalType: 'ServicePrincipal', roleDefinitionId: readerRole }
}

@description('Host name of the registry.')
output host string = registry.properties.loginServer
