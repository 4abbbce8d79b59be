// The identity of the bot's processes: with it they read secrets, write files and ask the model, without a password.

@description('Region.')
param location string

@description('Its name.')
param name string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
}

@description('Resource id, for those who run under this identity.')
output id string = identity.id

@description('Client id; also the app id of a bot without a registration of its own.')
output clientId string = identity.properties.clientId

@description('Object id, for role assignments.')
output principalId string = identity.properties.principalId
