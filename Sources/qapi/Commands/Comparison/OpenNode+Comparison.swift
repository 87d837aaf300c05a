import Changesets
import GRDB
import Measures
import Records
import Store
import SyncEngine
import Trust

extension OpenNode {
  /// The comparison of a quarter from what is accepted, under the data set in force.
  func comparison(of quarter: FederalQuarter, in db: Database) throws -> Comparison {
    let agencies = members.filter { $0.id != Deployment.department }.map { (code: $0.id, name: $0.name) }
    return try ComparisonStore.comparison(
      of: quarter, dataSet: try FigureStore.dataSetInForce(in: db), agencies: agencies, in: db)
  }
}
