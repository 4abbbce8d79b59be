// The bot's processes: equal ones, at least two, behind one https address.
import { ownHost } from '../types.bicep'

@description('Region.')
param location string

@description('Its name; also the first part of its address.')
param name string

@description('Environment that it runs in.')
param environmentId string

@description('Storage of the environment that is mounted at /settings.')
param settingsStorage string

@description('Identity that it runs as.')
param identityId string

@description('The image, such as registry.example.com/complaintbot:1.0.0.')
param image string

@description('Host of a registry that the identity may fetch from; empty for a public image.')
param registryHost string

@description('A host name of your own; nothing = the one that Azure gives.')
param host ownHost?

@description('Least and most processes.')
param replicas { least: int, most: int }

@description('Settings: environment variable to value.')
param settings { *: string }

@description('Address of the vault, with / at the end.')
param vaultAddress string

@description('Settings whose values stand in the vault.')
param vaulted string[]

var inVault = map(vaulted, setting => { setting: setting, name: toLower(replace(setting, '__', '-')) })

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        transport: 'auto'
        allowInsecure: false
        customDomains: host == null
          ? []
          : [{ name: host!.name, certificateId: host!.certificateId, bindingType: 'SniEnabled' }]
      }
      registries: empty(registryHost) ? [] : [{ server: registryHost, identity: identityId }]
      secrets: [
        // Without a version: the newest counts, and the processes start anew with it.
        for secret in inVault: {
          name: secret.name
          keyVaultUrl: '${vaultAddress}secrets/${secret.name}'
          identity: identityId
        }
      ]
    }
    template: {
      // Turns under way may end; what does not is taken again by another process.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'bot'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(
            map(items(settings), setting => { name: setting.key, value: setting.value }),
            map(inVault, secret => { name: secret.setting, secretRef: secret.name })
          )
          volumeMounts: [{ volumeName: 'settings', mountPath: '/settings' }]
          probes: [
            {
              // At the first start the tables are made.
              type: 'Startup'
              httpGet: { path: '/healthz', port: 8080 }
              periodSeconds: 5
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: 8080 }
              periodSeconds: 15
              timeoutSeconds: 5
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: 8080 }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      volumes: [{ name: 'settings', storageType: 'AzureFile', storageName: settingsStorage }]
      scale: {
        minReplicas: replicas.least
        maxReplicas: replicas.most
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '50' } } }]
      }
    }
  }
}

@description('Resource id, for alerts.')
output id string = app.id

@description('Host name by which it is reached.')
output host string = app.properties.configuration.ingress.fqdn
