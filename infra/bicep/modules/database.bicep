// PostgreSQL for all processes. It holds everything that must be backed up.
import { serverSize } from '../types.bicep'

@description('Region.')
param location string

@description('Name of the server, unique in the world.')
param name string

@description('Subnet that the server lies in.')
param subnetId string

@description('Private DNS zone that knows the server.')
param zoneId string

@description('How big, how safe.')
param size serverSize

@description('Who the bot signs in as. It owns the database: the tables are made at start.')
param userName string

@description('Password: letters, digits, - and _, as it stands in a connection string.')
@minLength(16)
@secure()
param password string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  sku: { name: size.sku, tier: size.tier }
  properties: {
    version: '17'
    administratorLogin: userName
    administratorLoginPassword: password
    authConfig: { passwordAuth: 'Enabled', activeDirectoryAuth: 'Disabled' }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: zoneId
      publicNetworkAccess: 'Disabled'
    }
    storage: { storageSizeGB: size.gigabytes, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: size.backupDays, geoRedundantBackup: size.backupElsewhere ? 'Enabled' : 'Disabled' }
    highAvailability: { mode: size.standby ? 'ZoneRedundant' : 'Disabled' }
  }

  resource database 'databases' = {
    name: 'complaintbot'
    properties: { charset: 'UTF8', collation: 'C.utf8' }
  }
}

@description('Resource id, for alerts.')
output id string = server.id

@description('Host name inside the network.')
output host string = server.properties.fullyQualifiedDomainName

@description('Name of the database.')
output database string = server::database.name
