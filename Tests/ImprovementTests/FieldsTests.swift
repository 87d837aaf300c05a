import Improvement
import Records
import Testing
