// One network: the bot's processes in one part, the database in another, nothing of the database reachable from outside.

@description('Region.')
param location string

@description('Name of the network.')
param name string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'processes'
        properties: {
          addressPrefix: '10.20.0.0/23'
          delegations: [{ name: 'processes', properties: { serviceName: 'Microsoft.App/environments' } }]
          serviceEndpoints: [{ service: 'Microsoft.Storage' }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.2.0/28'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
    ]
  }

  resource processes 'subnets' existing = {
    name: 'processes'
  }

  resource database 'subnets' existing = {
    name: 'database'
  }
}

// The name under which the processes find the database.
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
}

@description('Subnet of the processes.')
output processesId string = network::processes.id

@description('Subnet of the database.')
output databaseId string = network::database.id

@description('Private DNS zone of the database, linked with the network.')
output zoneId string = zone.id
