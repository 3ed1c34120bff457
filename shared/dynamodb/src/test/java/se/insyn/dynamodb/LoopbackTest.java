package se.insyn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.insyn.dynamodb.testing.LocalDynamoDb;

/** The tests' DynamoDB is for this machine alone. */
class LoopbackTest {

  @Test
  void noOtherMachineReachesTheTables() throws Exception {
    LocalDynamoDb.start();
    int port = URI.create(System.getProperty("aws.endpointUrlDynamoDb", "")).getPort();
    try (var own = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(own.isConnected()).isTrue();
    }
    for (InetAddress outside : outsideAddresses()) {
      assertThatThrownBy(() -> new Socket(outside, port).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  private static List<InetAddress> outsideAddresses() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }
}
