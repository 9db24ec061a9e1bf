import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.io.RDFParserMetaData;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;

/**
 * Reads a Turtle file as Protégé does: java -cp 'lib/*' Read.java FILE. Prints, with a tab between: the version of the ontology,
 * the kind and IRI of every declared entity and of every named individual, and each triple that became no axiom ("unparsed").
 */
public final class Read {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        OWLOntology read = manager.loadOntologyFromOntologyDocument(
                new FileDocumentSource(new File(arguments[0]), new TurtleDocumentFormat()));
        read.getOntologyID().getVersionIRI().ifPresent(version -> out.println("version\t" + version));
        read.signature().filter(entity -> !entity.isBuiltIn())
                .filter(entity -> entity.isOWLNamedIndividual() || declared(read, entity))
                .forEach(entity -> out.println(entity.getEntityType().getName() + "\t" + entity.getIRI()));
        RDFParserMetaData parsed = (RDFParserMetaData) manager.getOntologyFormat(read)
                .getOntologyLoaderMetaData().orElseThrow();
        parsed.getUnparsedTriples().forEach(triple -> out.println("unparsed\t" + triple));
    }

    private static boolean declared(OWLOntology ontology, OWLEntity entity) {
        return ontology.declarationAxioms(entity).findAny().isPresent();
    }
}
