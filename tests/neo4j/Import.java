import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.importer.ImportCommand;
import picocli.CommandLine;

/**
 * What `neo4j-admin database import full` runs, and what is in the database then:
 * java -cp 'lib/*' Import.java HOME SCHEMA OUT QUERY… -- ARGUMENT…
 *
 * Makes the constraints and indexes of the file SCHEMA, and writes the rows of each query into the file OUT, as JSON.
 */
public final class Import {
    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        int rest = given.indexOf("--");
        Path home = Path.of(given.get(0));
        ExecutionContext context = new ExecutionContext(home, home.resolve("conf"));
        CommandLine command = new CommandLine(new ImportCommand.Full(context)).setUseSimplifiedAtFiles(true);
        int status = command.execute(given.subList(rest + 1, given.size()).toArray(String[]::new));
        if (status != 0) {
            System.exit(status);
        }
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(home).build();
        GraphDatabaseService database = server.database("neo4j");
        for (String definition : java.nio.file.Files.readString(Path.of(given.get(1))).split(";\n")) {
            database.executeTransactionally(definition);
        }
        List<List<Map<String, Object>>> found = new ArrayList<>();
        try (Transaction transaction = database.beginTx()) {
            for (String query : given.subList(3, rest)) {
                found.add(transaction.execute(query).stream().toList());
            }
        }
        new ObjectMapper().writeValue(Path.of(given.get(2)).toFile(), found);
        server.shutdown();
        System.exit(0);
    }
}
