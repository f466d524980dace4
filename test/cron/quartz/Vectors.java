import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.quartz.CronExpression;

/** Writes when Quartz fires: for each expression and year, how often, and a hash of the minutes of the year. */
public class Vectors {
  private static final int[] YEARS = {2027, 2028};

  public static void main(String[] arguments) throws Exception {
    List<String> entries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) entries.add(entry(line));
    System.out.println("[\n" + String.join(",\n", entries) + "\n]");
  }

  private static String entry(String line) throws Exception {
    List<String> years = new ArrayList<>();
    for (int year : YEARS) years.add("\"" + year + "\": " + fired(line, year));
    return "  { \"expression\": \"" + line + "\", \"fired\": { " + String.join(", ", years) + " } }";
  }

  private static String fired(String line, int year) throws Exception {
    CronExpression expression = new CronExpression(line);
    expression.setTimeZone(TimeZone.getTimeZone("UTC"));
    long start = LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    long end = LocalDate.of(year + 1, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    List<Long> minutes = new ArrayList<>();
    Date at = expression.getNextValidTimeAfter(new Date(start * 1000 - 1000));
    while (at != null && at.getTime() / 1000 < end) {
      minutes.add((at.getTime() / 1000 - start) / 60);
      at = expression.getNextValidTimeAfter(at);
    }
    String text = minutes.stream().map(String::valueOf).collect(Collectors.joining(","));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    String hex = String.format("%064x", new BigInteger(1, hash));
    return "{ \"count\": " + minutes.size() + ", \"sha256\": \"" + hex + "\" }";
  }
}
