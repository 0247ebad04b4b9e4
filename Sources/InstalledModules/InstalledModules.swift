import AnnualPlanFulfilmentRubric
import ApprenticeTrainingRubric
import CompetitionResultsRubric
package import Scoring
import TechnicalBreakthroughsRubric

/// The rubric modules that this program has: one line for each folder in `Plugins/`.
package let installedModules: [any RubricModule.Type] = [
  AnnualPlanFulfilment.self,
  ApprenticeTraining.self,
  CompetitionResults.self,
  TechnicalBreakthroughs.self,
]
