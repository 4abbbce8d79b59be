// The bot in one resource group of Azure. Deploy: docs/operations.md.
import { furtherSettings } from 'settings.bicep'
import { botRegistration, modelDeployment, ownHost, secretSetting, secretSettings, serverSize } from 'types.bicep'

@description('Region of everything that has one.')
param location string = resourceGroup().location

@description('Short name of this installation; all resources are named after it.')
@minLength(3)
@maxLength(16)
param name string

@description('Name that people see in Teams.')
param displayName string

@description('The image, such as registry.example.com/complaintbot:1.0.0.')
param image string

@description('Azure Container Registry of this resource group that holds the image; empty for a public image.')
param registry string = ''

@description('Whose messages the bot signs; nothing = the identity that is made here, without any password.')
param registration botRegistration?

@description('Price of the registration.')
param botSku 'F0' | 'S1'

@description('Least and most processes.')
param replicas { least: int, most: int }

@description('Size of the database server.')
param databaseSize serverSize

@description('Password of the database: letters, digits, - and _.')
@minLength(16)
@secure()
param databasePassword string

@description('The model, if there shall be one.')
param model modelDeployment?

@description('File of the share "settings" that is the organisation file; empty = the example, for a first look.')
param organisationFile string = ''

@description('Host name of your own for the bot, see docs/operations.md; nothing = the one that Azure gives.')
param host ownHost?

@description('Further settings, see settings.bicep.')
param settings furtherSettings = {}

@description('Secret settings that are used.')
param vaulted secretSetting[] = []

@description('Their values; one that is not given stays in the vault as it is.')
param secrets secretSettings = {}

@description('Addresses of people who put files on the share.')
param adminAddresses string[] = []

@description('Spread over the zones of the region: processes, files.')
param zoneRedundant bool

@description('Days that logs are kept.')
param keepLogsDays int

@description('Who gets the alerts, by e-mail.')
param alertEmails string[]

var suffix = uniqueString(resourceGroup().id)
var databaseUser = 'complaintbot'
var identityName = '${name}-bot'
var logsName = '${name}-logs'
var storageName = take('${replace(name, '-', '')}${suffix}', 24)

module identity 'modules/identity.bicep' = {
  params: { location: location, name: identityName }
}

module network 'modules/network.bicep' = {
  params: { location: location, name: '${name}-network' }
}

module logs 'modules/logs.bicep' = {
  params: { location: location, name: logsName, keepDays: keepLogsDays }
}

module database 'modules/database.bicep' = {
  params: {
    location: location
    name: '${name}-${suffix}'
    subnetId: network.outputs.databaseId
    zoneId: network.outputs.zoneId
    size: databaseSize
    userName: databaseUser
    password: databasePassword
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    location: location
    name: storageName
    subnetId: network.outputs.processesId
    adminAddresses: adminAddresses
    writerName: identityName
    writerId: identity.outputs.principalId
    zoneRedundant: zoneRedundant
  }
}

module openAi 'modules/model.bicep' = if (model != null) {
  params: {
    location: location
    name: '${name}-model-${suffix}'
    model: model!
    askerName: identityName
    askerId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    location: location
    name: take('${name}-${suffix}', 24)
    readerName: identityName
    readerId: identity.outputs.principalId
    vaulted: vaulted
    secrets: secrets
    connection: join(
      [
        'Host=${database.outputs.host}'
        'Database=${database.outputs.database}'
        'Username=${databaseUser}'
        'Password=${databasePassword}'
        'SSL Mode=VerifyFull'
        // While a new version starts, the old one still runs.
        'Maximum Pool Size=${databaseSize.connections / (2 * replicas.most)}'
      ],
      ';'
    )
  }
}

module images 'modules/registry.bicep' = if (!empty(registry)) {
  params: { name: registry, readerName: identityName, readerId: identity.outputs.principalId }
}

module environment 'modules/environment.bicep' = {
  params: {
    location: location
    name: '${name}-environment'
    subnetId: network.outputs.processesId
    workspaceName: logsName
    storageName: storageName
    shareName: storage.outputs.share
    zoneRedundant: zoneRedundant
  }
  dependsOn: [logs]
}

var publicHost = host.?name ?? '${name}.${environment.outputs.domain}'
var signing = registration ?? {
  type: 'UserAssignedMSI'
  appId: identity.outputs.clientId
  tenantId: tenant().tenantId
}

module app 'modules/app.bicep' = {
  params: {
    location: location
    name: name
    environmentId: environment.outputs.id
    settingsStorage: environment.outputs.settingsStorage
    identityId: identity.outputs.id
    image: image
    registryHost: images.?outputs.host ?? ''
    replicas: replicas
    vaultAddress: vault.outputs.address
    vaulted: union(['ConnectionStrings__ComplaintBot'], vaulted)
    host: host
    settings: union(
      {
        // Nobody reaches the processes past the ingress, so what its headers say of the visitor may be believed.
        ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true'
        // One JSON object a line, so that the alerts find whole messages.
        Logging__Console__FormatterName: 'json'
        // Not a line for every question whether it is ready.
        Logging__LogLevel__Microsoft: 'Warning'
        // Which of the identities Azure.Identity takes.
        AZURE_CLIENT_ID: identity.outputs.clientId
        MicrosoftAppType: signing.type
        MicrosoftAppId: signing.appId
        MicrosoftAppTenantId: signing.tenantId
        DirectLine__PublicBaseUrl: 'https://${publicHost}'
        Storage__Files: 'blob'
        Storage__BlobEndpoint: 'https://${storageName}.blob.${az.environment().suffixes.storage}'
        Storage__BlobContainer: storage.outputs.container
      },
      empty(organisationFile) ? {} : { Organisation__File: '/settings/${organisationFile}' },
      model == null
        ? {}
        : { AzureOpenAI__Endpoint: openAi!.outputs.endpoint, AzureOpenAI__Deployment: openAi!.outputs.deployment },
      settings
    )
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: '${name}-${suffix}'
    displayName: displayName
    sku: botSku
    host: publicHost
    registration: signing
    identityId: identity.outputs.id
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    location: location
    name: name
    appId: app.outputs.id
    appName: name
    leastReplicas: replicas.least
    databaseId: database.outputs.id
    workspaceId: logs.outputs.id
    emails: alertEmails
    withModel: model != null
  }
}

@description('Address of the customers\' page.')
output page string = 'https://${publicHost}/'

@description('App id for the Teams app package (./dev teams-package).')
output appId string = signing.appId

@description('Account whose share "settings" takes the organisation file.')
output settingsAccount string = storageName
