import Catalogue
import Records
import Testing
