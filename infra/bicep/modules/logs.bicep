// Where all logs go. The bot's processes write one JSON object a line to standard output; nothing else is needed.

@description('Region.')
param location string

@description('Name of the workspace.')
param name string

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param keepDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: keepDays
  }
}

@description('Resource id.')
output id string = workspace.id
