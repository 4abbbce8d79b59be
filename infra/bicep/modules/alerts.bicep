// What wakes somebody. Each alert has a paragraph in docs/operations.md: what it means and what to do.

@description('Region.')
param location string

@description('Start of the names.')
param name string

@description('The container app.')
param appId string

@description('Its name, as it stands in the logs.')
param appName string

@description('So many processes there must be.')
param leastReplicas int

@description('The database server.')
param databaseId string

@description('The workspace with the logs.')
param workspaceId string

@description('Who is told.')
param emails string[]

@description('Messages go to a model first.')
param withModel bool

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  properties: {
    groupShortName: 'complaints'
    enabled: true
    emailReceivers: [for (email, i) in emails: { name: 'person-${i}', emailAddress: email, useCommonAlertSchema: true }]
  }
}

// Severity: 0 nothing works, 1 some people are not served, 2 will become worse, 3 to know.
var measured = [
  {
    alert: 'answers-fail'
    of: appId
    severity: 1
    metric: 'Requests'
    aggregation: 'Total'
    above: true
    than: 10
    dimension: '5xx'
  }
  {
    alert: 'process-missing'
    of: appId
    severity: 1
    metric: 'Replicas'
    aggregation: 'Maximum'
    above: false
    than: leastReplicas
    dimension: ''
  }
  {
    alert: 'process-restarts'
    of: appId
    severity: 2
    metric: 'RestartCount'
    aggregation: 'Maximum'
    above: true
    than: 3
    dimension: ''
  }
  {
    alert: 'database-away'
    of: databaseId
    severity: 0
    metric: 'is_db_alive'
    aggregation: 'Maximum'
    above: false
    than: 1
    dimension: ''
  }
  {
    alert: 'database-full'
    of: databaseId
    severity: 2
    metric: 'storage_percent'
    aggregation: 'Maximum'
    above: true
    than: 80
    dimension: ''
  }
  {
    alert: 'database-busy'
    of: databaseId
    severity: 2
    metric: 'cpu_percent'
    aggregation: 'Average'
    above: true
    than: 80
    dimension: ''
  }
]

resource metricAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for a in measured: {
    name: '${name}-${a.alert}'
    location: 'global'
    properties: {
      description: 'docs/operations.md, ${a.alert}'
      severity: a.severity
      enabled: true
      scopes: [a.of]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: a.alert
            criterionType: 'StaticThresholdCriterion'
            metricName: a.metric
            timeAggregation: a.aggregation
            operator: a.above ? 'GreaterThan' : 'LessThan'
            threshold: a.than
            dimensions: empty(a.dimension)
              ? []
              : [{ name: 'statusCodeCategory', operator: 'Include', values: [a.dimension] }]
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

// A test holds these sentences against the bot's own.
var said = concat(
  [
    { alert: 'not-ready', severity: 1, says: ['Not ready:'], above: 5 }
    { alert: 'messages-given-up', severity: 1, says: ['was given up after'], above: 0 }
    { alert: 'credentials-refused', severity: 1, says: ['The channel refuses this bot'], above: 0 }
    { alert: 'nobody-is-staff', severity: 1, says: ['everybody in Teams is served as a customer'], above: 0 }
    { alert: 'channel-away', severity: 2, says: ['messages wait there'], above: 10 }
    {
      alert: 'turns-fail'
      severity: 2
      says: ['The turn of activity', 'An activity could not be stored', 'broke off']
      above: 5
    }
    { alert: 'organisation-file-wrong', severity: 2, says: ['The changed organisation file is not used'], above: 0 }
    { alert: 'reports-fail', severity: 2, says: ['Reports could not be sent'], above: 5 }
    { alert: 'erasure-fails', severity: 2, says: ['could not all be forgotten', 'could not be forgotten'], above: 0 }
  ],
  withModel
    ? [
        { alert: 'model-away', severity: 3, says: ['Azure OpenAI is away', 'Azure OpenAI is busy'], above: 10 }
        { alert: 'model-budget', severity: 3, says: ['The budget of Azure OpenAI is used up'], above: 0 }
      ]
    : []
)

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for a in said: {
    name: '${name}-${a.alert}'
    location: location
    kind: 'LogAlert'
    properties: {
      description: 'docs/operations.md, ${a.alert}'
      severity: a.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      // The table is there only after the first line of the first process.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: join(
              [
                'ContainerAppConsoleLogs_CL'
                'where ContainerAppName_s == "${appName}"'
                'where ${join(map(a.says, s => 'Log_s contains "${s}"'), ' or ')}'
              ],
              ' | '
            )
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: a.above
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      actions: { actionGroups: [people.id] }
    }
  }
]
