import java.io.File;
import org.gephi.io.importer.api.ColumnDraft;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.NodeDraft;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** What Gephi reads from network files: java -cp 'lib/*' Read.java FILE… prints nodes, edges, columns and complaints. */
public final class Read {
    public static void main(String[] files) throws Exception {
        Lookup.getDefault().lookup(ProjectController.class).newProject();
        for (String file : files) {
            Container read = Lookup.getDefault().lookup(ImportController.class).importFile(new File(file));
            for (NodeDraft node : read.getUnloader().getNodes()) {
                System.out.println("node\t" + node.getId() + "\t" + node.getLabel());
            }
            for (EdgeDraft edge : read.getUnloader().getEdges()) {
                System.out.println("edge\t" + edge.getId() + "\t" + edge.getSource().getId() + "\t" + edge.getTarget().getId());
            }
            for (ColumnDraft column : read.getUnloader().getNodeColumns()) {
                System.out.println("column\t" + column.getTitle() + "\t" + column.getTypeClass().getSimpleName());
            }
            for (Issue issue : (Iterable<Issue>) () -> read.getReport().getIssues(100)) {
                System.out.println("issue\t" + issue.getLevel() + "\t" + issue.getMessage());
            }
            System.out.println("that was all\t" + file);
        }
        System.exit(0);
    }
}
