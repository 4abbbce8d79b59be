// The registration at Azure Bot Service, with the channels Teams and Direct Line.
import { botRegistration } from '../types.bicep'

@description('Its name, unique in the world.')
param name string

@description('Name that people see.')
param displayName string

@description('Price: F0 is free and limited, S1 is not.')
param sku 'F0' | 'S1'

@description('Host name of the bot.')
param host string

@description('Whose messages it signs: an app registration, or the identity.')
param registration botRegistration

@description('Resource id of the identity; used by UserAssignedMSI.')
param identityId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: sku }
  properties: {
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    msaAppId: registration.appId
    msaAppType: registration.type
    msaAppTenantId: registration.tenantId
    msaAppMSIResourceId: registration.type == 'UserAssignedMSI' ? identityId : null
    isStreamingSupported: false
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true, enableCalling: false }
    }
  }

  // For web pages and apps of others. The bot's own page does not need it: it has a Direct Line of its own.
  resource directLine 'channels' = {
    name: 'DirectLineChannel'
    location: 'global'
    properties: {
      channelName: 'DirectLineChannel'
      properties: {
        sites: [
          { siteName: 'default', isEnabled: true, isV1Enabled: false, isV3Enabled: true, isSecureSiteEnabled: false }
        ]
      }
    }
  }
}

@description('Its name.')
output name string = bot.name
