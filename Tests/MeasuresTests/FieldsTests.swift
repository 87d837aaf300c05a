import Measures
import Records
import Testing
